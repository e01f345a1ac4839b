<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">${msg("errorTitle")}<#elseif section = "form">
  <p>${kcSanitize(message.summary)?no_esc}</p>
  <p><a href="${(client.baseUrl)!"/"}">${msg("backToApplication")}</a></p>
  </#if>
</@layout.registrationLayout>
