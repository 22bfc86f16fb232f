// Sets and remembers the theme. It runs before the page is drawn, so that no other theme flashes up.
(() => {
  "use strict";

  const root = document.documentElement;

  const known = () => {
    try {
      const theme = localStorage.getItem("theme");
      return theme === "light" || theme === "dark" ? theme : "auto";
    } catch {
      return "auto";
    }
  };

  const show = theme => {
    if (theme === "auto") {
      root.removeAttribute("data-theme");
    } else {
      root.dataset.theme = theme;
    }
    document.querySelectorAll(".theme button")
      .forEach(button => button.setAttribute("aria-pressed", String(button.value === theme)));
  };

  show(known());
  document.addEventListener("DOMContentLoaded", () => {
    const group = document.querySelector(".theme");
    group.hidden = false;
    show(known());
    group.addEventListener("click", event => {
      if (event.target.value) {
        show(event.target.value);
        try {
          localStorage.setItem("theme", event.target.value);
        } catch {
          // The browser forbids it. The theme holds for this page.
        }
      }
    });
  });
})();
