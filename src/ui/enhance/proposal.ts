/** So long nothing was typed before it is looked what is alike. */
const pause = 700;

const typedIn = (form: HTMLElement, name: string): string =>
  form.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`)?.value.trim() ?? "";

/** While somebody writes, what says nearly the same appears below the form; the page that knows it draws it. */
const showAlike = (form: HTMLElement, into: HTMLElement, address: string): void => {
  let timer = 0;
  let asked = "";
  const look = async (): Promise<void> => {
    const query = new URLSearchParams({ title: typedIn(form, "title"), words: typedIn(form, "words") });
    const url = `${address}?${query}`;
    if (url === asked || typedIn(form, "title").length < 4) return;
    asked = url;
    try {
      const answer = await fetch(url);
      if (!answer.ok || asked !== url) return;
      const drawn = new DOMParser().parseFromString(await answer.text(), "text/html");
      const heading = drawn.querySelector("h1")?.textContent ?? "";
      const list = drawn.querySelector("[data-alike-list]");
      into.replaceChildren();
      if (!list) return;
      const title = document.createElement("h2");
      title.textContent = heading;
      into.append(title, list);
    } catch {
      // Without a network the next step shows it.
      asked = "";
    }
  };
  form.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void look(), pause);
  });
};

for (const form of document.querySelectorAll<HTMLElement>("[data-alike]")) {
  const into = document.querySelector<HTMLElement>("[data-alike-into]");
  if (into) showAlike(form, into, form.dataset["alike"] ?? "");
}
