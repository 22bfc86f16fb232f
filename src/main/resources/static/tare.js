// Improves the form: accepts several dropped files at once, and shows the progress and problems of an upload.
// The form also works without this script.
(() => {
  "use strict";

  const form = document.getElementById("compare");
  if (!form) {
    return;
  }
  const first = document.getElementById("first");
  const names = document.getElementById("names");
  const engine = document.getElementById("engine");
  const reference = document.getElementById("first-archive");
  const others = document.getElementById("other-archives");
  const button = form.querySelector("button");
  const progress = document.getElementById("progress");
  const status = document.getElementById("status");
  const problem = document.getElementById("problem");

  const put = (input, files) => {
    const transfer = new DataTransfer();
    files.forEach(file => transfer.items.add(file));
    input.files = transfer.files;
  };

  // Of several files dropped on the reference, the first is the reference. The rest are compared with it.
  const drop = (input, files) => {
    if (input === reference) {
      put(reference, files.slice(0, 1));
      if (files.length > 1) {
        put(others, files.slice(1));
      }
    } else {
      put(others, [...others.files, ...files]);
    }
    tell();
  };

  const chosen = () => [...reference.files, ...others.files];

  const named = () => [first.value, ...names.value.split("\n"), engine ? engine.value : ""].filter(name => name.trim() !== "");

  // One image is not compared.
  const name = () => {
    button.textContent = chosen().length + named().length === 1 ? "Show" : "Compare";
  };

  const tell = () => {
    const files = chosen();
    const bytes = files.reduce((sum, file) => sum + file.size, 0);
    status.value = files.length === 0 ? "" : `${files.length} archives, ${size(bytes)}`.replace("1 archives", "1 archive");
    problem.hidden = true;
    name();
  };

  // A pasted list needs more lines.
  const grow = () => {
    names.rows = Math.min(8, Math.max(1, names.value.split("\n").length));
  };

  const size = bytes => {
    const units = ["B", "kB", "MB", "GB", "TB"];
    let unit = 0;
    for (; bytes >= 999.5 && unit < units.length - 1; unit++) {
      bytes /= 1000;
    }
    return `${bytes >= 99.95 || unit === 0 ? bytes.toFixed(0) : bytes.toFixed(1)} ${units[unit]}`;
  };

  const fail = text => {
    progress.hidden = true;
    button.disabled = false;
    status.value = "";
    problem.textContent = text;
    problem.hidden = false;
  };

  // The API takes no empty field.
  const filled = () => {
    const data = new FormData();
    for (const [field, value] of new FormData(form)) {
      if (typeof value === "string" ? value.trim() !== "" : value.name !== "") {
        data.append(field, value);
      }
    }
    return data;
  };

  const send = () => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/comparisons");
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Prefer", "return=minimal");
    request.upload.onprogress = event => {
      progress.value = event.total > 0 ? event.loaded / event.total : 0;
      status.value = event.loaded < event.total ? `${size(event.loaded)} of ${size(event.total)}`
        : chosen().length > 0 ? "Reading" : "";
    };
    request.onload = () => {
      const location = request.getResponseHeader("Location");
      if ((request.status === 201 || request.status === 202) && location) {
        window.location.assign(location.replace("/api/", "/"));
      } else {
        fail(detail(request));
      }
    };
    request.onerror = () => fail("The connection closed before the upload was complete. Try again.");
    if (chosen().length + named().length === 0) {
      fail("Give one image or more: names, archives or both.");
      first.focus();
      return;
    }
    progress.value = 0;
    progress.hidden = chosen().length === 0;
    problem.hidden = true;
    button.disabled = true;
    request.send(filled());
  };

  const detail = request => {
    try {
      return JSON.parse(request.responseText).detail || request.statusText;
    } catch {
      return `The service answered ${request.status} ${request.statusText}.`;
    }
  };

  document.querySelectorAll(".drop").forEach(zone => {
    const input = zone.querySelector("input");
    zone.addEventListener("dragover", event => {
      event.preventDefault();
      zone.classList.add("over");
    });
    zone.addEventListener("dragleave", () => zone.classList.remove("over"));
    zone.addEventListener("drop", event => {
      event.preventDefault();
      zone.classList.remove("over");
      drop(input, [...event.dataTransfer.files]);
    });
    input.addEventListener("change", tell);
  });

  form.addEventListener("submit", event => {
    event.preventDefault();
    send();
  });
  form.addEventListener("input", name);
  names.addEventListener("input", grow);
  window.addEventListener("pageshow", () => {
    button.disabled = false;
    progress.hidden = true;
    tell();
    grow();
  });
})();

// Shows the progress of images that are being read. Without this script, the page reloads.
(() => {
  "use strict";

  const live = document.querySelector("[data-live]");
  if (!live) {
    return;
  }
  let pause = 400;

  // Only what changed is replaced, so that a screen reader speaks each status once.
  const show = next => {
    const status = live.querySelector("[role=status]");
    const text = next.querySelector("[role=status]").textContent;
    if (status.textContent !== text) {
      status.textContent = text;
    }
    live.querySelector("[data-part]").replaceChildren(...next.querySelector("[data-part]").childNodes);
  };

  // A new page would end an upload, and lose what somebody entered.
  const inUse = () => {
    const form = document.getElementById("compare");
    return form !== null && (form.querySelector("button").disabled || form.contains(document.activeElement)
      || [...form.querySelectorAll("input, textarea")].some(field => field.value !== field.defaultValue));
  };

  const look = async () => {
    try {
      const response = await fetch(window.location.href, {cache: "no-store", redirect: "manual", headers: {Accept: "text/html"}});
      const text = response.ok ? await response.text() : "";
      const next = new DOMParser().parseFromString(text, "text/html").querySelector("[data-live]");
      if (next) {
        show(next);
        pause = Math.min(pause * 1.3, 3000);
      } else if (response.ok || response.type === "opaqueredirect" || response.status === 404) {
        if (!inUse()) {
          window.location.reload();
          return;
        }
      } else {
        pause = Math.min(pause * 2, 20000);
      }
    } catch {
      live.querySelector("[role=status]").textContent = "No connection. This page tries again.";
      pause = Math.min(pause * 2, 20000);
    }
    setTimeout(look, document.hidden ? pause * 4 : pause);
  };

  setTimeout(look, pause);
})();
