<#import "template.ftl" as layout>
<@layout.registrationLayout together=true fields=usernameHidden???then(["password"], ["username", "password"]); section>
  <#if section = "header">${msg("loginAccountTitle")}<#elseif section = "form">
  <form action="${url.loginAction}" method="post" novalidate>
    <#if usernameHidden??>
    <p>${msg("proveAgain", (auth.attemptedUsername)!"")}</p>
    <#else>
    <#assign wrong = layout.errorOf("username")?has_content>
    <div class="group<#if wrong> group-error</#if>">
      <label class="label" for="username">${msg("usernameOrEmail")}</label>
      <@layout.fieldError "username"/>
      <input class="input" id="username" name="username" type="text" value="${(login.username)!}" autocomplete="username" autocapitalize="none" spellcheck="false"<#if wrong> aria-describedby="username-error" aria-invalid="true"</#if>>
    </div>
    </#if>
    <@layout.password id="password" label=msg("password") autocomplete="current-password"/>
    <input type="hidden" name="credentialId" value="${(auth.selectedCredential)!}">
    <button class="button" type="submit" name="login">${msg("doLogIn")}</button>
  </form>
  <h2 class="subheading">${msg("troubleTitle")}</h2>
  <p>${msg("troubleText")}</p>
  <@layout.passwordScript/>
  </#if>
</@layout.registrationLayout>
