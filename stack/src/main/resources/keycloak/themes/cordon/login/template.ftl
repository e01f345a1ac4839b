<#--
  The frame of every page: skip link, header, one h1, the error summary before it, main, footer.
  "fields" names the inputs of the page in their order; an error of one of them is linked from the
  summary, and an error of the whole form is linked to the first of them. With "together" an error
  of any field is an error of the whole form: on the sign-in page the field that Keycloak blames
  would tell whether there is an account of that name.
-->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false fields=[] together=false>
<#local fieldErrors = []>
<#list fields as field>
  <#if messagesPerField.existsError(field)><#local fieldErrors += [field]></#if>
</#list>
<#global formError = "">
<#if together && fieldErrors?has_content>
  <#global formError = messagesPerField.get(fieldErrors?first)>
  <#local fieldErrors = []>
<#elseif displayMessage && message?has_content && message.type == "error" && !fieldErrors?has_content>
  <#global formError = message.summary>
</#if>
<#-- An error of the whole form also stands at its first input. -->
<#global formErrorAt = (formError?has_content && fields?has_content)?then(fields?first, "")>
<#global errorsTogether = together>
<#local hasError = fieldErrors?has_content || formError?has_content>
<#local heading><#nested "header"></#local>
<!DOCTYPE html>
<html lang="en-GB">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex, nofollow">
  <title><#if hasError>${msg("titleError")} </#if>${heading} – Cordon</title>
  <link rel="icon" href="${url.resourcesPath}/img/cordon.svg" type="image/svg+xml">
  <#list (properties.styles!"")?split(" ") as style>
  <link rel="stylesheet" href="${url.resourcesPath}/${style}">
  </#list>
</head>
<body data-page="${pageId!}">
<a class="skip-link" href="#main">${msg("skipToMain")}</a>
<header class="header">
  <div class="width"><a class="header-name" href="/">Cordon</a></div>
</header>
<div class="width">
<main id="main" class="main" tabindex="-1">
  <#if hasError>
  <div class="error-summary" role="alert" aria-labelledby="error-title">
    <h2 id="error-title" class="error-summary-title">${msg("errorSummaryTitle")}</h2>
    <ul class="error-summary-list">
      <#list fieldErrors as field>
      <li><a href="#${field}">${kcSanitize(messagesPerField.get(field))?no_esc}</a></li>
      </#list>
      <#if formError?has_content>
      <li><#if formErrorAt?has_content><a href="#${formErrorAt}">${kcSanitize(formError)?no_esc}</a><#else>${kcSanitize(formError)?no_esc}</#if></li>
      </#if>
    </ul>
  </div>
  </#if>
  <h1 class="heading">${heading}</h1>
  <#if displayMessage && message?has_content && message.type != "error" && !(message.type == "warning" && isAppInitiatedAction??)>
  <p class="notice" role="status">${kcSanitize(message.summary)?no_esc}</p>
  </#if>
  <#nested "form">
  <#if auth?has_content && auth.showTryAnotherWayLink()>
  <form action="${url.loginAction}" method="post">
    <input type="hidden" name="tryAnotherWay" value="on">
    <button class="button button-secondary" type="submit">${msg("doTryAnotherWay")}</button>
  </form>
  </#if>
  <#if displayInfo><#nested "info"></#if>
</main>
</div>
<footer class="footer"><div class="width"><p>${msg("footer")}</p></div></footer>
</body>
</html>
</#macro>

<#-- What is wrong with an input, or nothing. -->
<#function errorOf field>
  <#if formErrorAt == field><#return formError></#if>
  <#if errorsTogether || !messagesPerField.existsError(field)><#return ""></#if>
  <#return messagesPerField.get(field)>
</#function>

<#-- The message above an input, read out with it (aria-describedby names its id, ID-error). -->
<#macro fieldError field>
<#if errorOf(field)?has_content>
<p id="${field}-error" class="error-message"><span class="hidden-text">${msg("titleError")}</span> ${kcSanitize(errorOf(field))?no_esc}</p>
</#if>
</#macro>

<#-- A password with a button that shows it; the button comes with the script and is absent without. -->
<#macro password id label autocomplete hint="" focus=false>
<#local wrong = errorOf(id)?has_content>
<div class="group<#if wrong> group-error</#if>">
  <label class="label" for="${id}">${label}</label>
  <#if hint?has_content><p id="${id}-hint" class="hint">${hint}</p></#if>
  <@fieldError id/>
  <#local described = (hint?has_content)?then(id + "-hint", "") + wrong?then(" " + id + "-error", "")>
  <div class="password">
    <input class="input" id="${id}" name="${id}" type="password" autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false"<#if described?has_content> aria-describedby="${described?trim}"</#if><#if wrong> aria-invalid="true"</#if><#if focus> autofocus</#if>>
    <button class="button button-secondary password-show" type="button" hidden aria-controls="${id}" aria-label="${msg("showPassword")}" data-show="${msg("show")}" data-hide="${msg("hide")}" data-show-label="${msg("showPassword")}" data-hide-label="${msg("hidePassword")}">${msg("show")}</button>
  </div>
</div>
</#macro>

<#macro passwordScript>
<script type="module" src="${url.resourcesPath}/js/show-password.js"></script>
</#macro>
