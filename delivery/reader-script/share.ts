/** Offers the device's own way of passing an article on; where there is none, its address is copied. */
export function offerSharing(within: ParentNode): void {
  for (const place of within.querySelectorAll<HTMLElement>("[data-share]")) {
    const button = place.querySelector("button");
    if (!button || !(navigator.share || navigator.clipboard)) continue;
    place.hidden = false;
    const usual = button.textContent;
    button.addEventListener("click", async () => {
      const given = {
        title: place.dataset.title ?? document.title,
        url: new URL(place.dataset.share || location.pathname, location.href).href,
      };
      try {
        if (navigator.share) return await navigator.share(given);
        await navigator.clipboard.writeText(given.url);
        button.textContent = "Address copied";
      } catch {
        // Closing the device's own window is not an error.
        button.textContent = usual;
      }
    });
  }
}
