<#import "template.ftl" as layout>
<@layout.registrationLayout fields=["password-new", "password-confirm"]; section>
  <#if section = "header">${msg("updatePasswordTitle")}<#elseif section = "form">
  <form action="${url.loginAction}" method="post" novalidate>
    <#-- For password managers: whose password it is. -->
    <input type="text" name="username" value="${(auth.attemptedUsername)!}" autocomplete="username" readonly hidden>
    <@layout.password id="password-new" label=msg("passwordNew") hint=msg("passwordHint") autocomplete="new-password"/>
    <@layout.password id="password-confirm" label=msg("passwordConfirm") autocomplete="new-password"/>
    <#-- A new password ends every other session of the account. -->
    <input type="hidden" name="logout-sessions" value="on">
    <button class="button" type="submit" name="login">${msg("savePassword")}</button>
    <#if isAppInitiatedAction??>
    <button class="button button-secondary" type="submit" name="cancel-aia" value="true">${msg("doCancel")}</button>
    </#if>
  </form>
  <@layout.passwordScript/>
  </#if>
</@layout.registrationLayout>
