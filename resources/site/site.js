"use strict";
// Says that a review is overdue as soon as its day has passed, also long after these pages
// were made. It keeps nothing and sends nothing.
(() => {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  for (const notice of document.querySelectorAll("[data-review]")) {
    if (notice.dataset.review < today) notice.hidden = false;
  }
})();
