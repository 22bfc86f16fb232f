// Improves the form: accepts several dropped files at once, and shows the progress and problems of an upload.
// The form also works without this script.
(() => {
  "use strict";

  const form = document.getElementById("compare");
  if (!form) {
    return;
  }
  const reference = document.getElementById("reference");
  const others = document.getElementById("others");
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

  const tell = () => {
    const chosen = [...reference.files, ...others.files];
    const bytes = chosen.reduce((sum, file) => sum + file.size, 0);
    status.value = chosen.length === 0 ? "" : `${chosen.length} archives, ${size(bytes)}`.replace("1 archives", "1 archive");
    problem.hidden = true;
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

  const send = () => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/comparisons");
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Prefer", "return=minimal");
    request.upload.onprogress = event => {
      progress.value = event.total > 0 ? event.loaded / event.total : 0;
      status.value = event.loaded < event.total ? `${size(event.loaded)} of ${size(event.total)}` : "Comparing";
    };
    request.onload = () => {
      const location = request.getResponseHeader("Location");
      if (request.status === 201 && location) {
        window.location.assign(location.replace("/api/", "/"));
      } else {
        fail(detail(request));
      }
    };
    request.onerror = () => fail("The connection closed before the upload was complete. Try again.");
    progress.value = 0;
    progress.hidden = false;
    problem.hidden = true;
    button.disabled = true;
    request.send(new FormData(form));
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
  window.addEventListener("pageshow", () => {
    button.disabled = false;
    progress.hidden = true;
    tell();
  });
})();
