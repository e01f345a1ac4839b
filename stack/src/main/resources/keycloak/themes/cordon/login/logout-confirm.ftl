<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section = "header">${msg("logoutConfirmTitle")}<#elseif section = "form">
  <p>${msg("logoutConfirmHeader")}</p>
  <form action="${url.logoutConfirmAction}" method="post">
    <input type="hidden" name="session_code" value="${logoutConfirm.code}">
    <button class="button" type="submit" name="confirmLogout">${msg("doLogout")}</button>
  </form>
  <#if !logoutConfirm.skipLink>
  <p><a href="${(client.baseUrl)!"/"}">${msg("stayIn")}</a></p>
  </#if>
  </#if>
</@layout.registrationLayout>
