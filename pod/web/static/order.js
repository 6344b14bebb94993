// An order's page: copies its address.

import { announce, say } from "./pages.js";

// the address that brought someone here, whatever the shop thinks that it is called
document.getElementById("address").value = location.origin + location.pathname;

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    const field = document.querySelector(button.dataset.copy);
    field.select();
    await navigator.clipboard.writeText(field.value);
    announce(say("copied"));
  });
}
