// Shows and hides a password. Without script the button stays hidden and the form works as it is.
for (const button of document.querySelectorAll(".password-show")) {
  const input = document.getElementById(button.getAttribute("aria-controls"));
  const set = (shown) => {
    input.type = shown ? "text" : "password";
    button.textContent = shown ? button.dataset.hide : button.dataset.show;
    button.setAttribute("aria-label", shown ? button.dataset.hideLabel : button.dataset.showLabel);
  };
  button.hidden = false;
  button.addEventListener("click", () => set(input.type === "password"));
  // A password must not be sent, or kept by the browser, as plain text.
  input.form.addEventListener("submit", () => set(false));
}
