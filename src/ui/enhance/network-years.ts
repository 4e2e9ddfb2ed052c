// The slider of years: the lines move at once, and when it rests the words and tables of that year are fetched.
import { element } from "./network-card.ts";

const rest = 350;

/** Sentences around the picture, tables and the list of years become those of another page of the network. */
const exchange = (picture: HTMLElement, page: Document): void => {
  for (const old of document.querySelectorAll("[data-part]")) {
    const fresh = page.querySelector(`[data-part="${old.getAttribute("data-part")}"]`);
    if (fresh) old.replaceWith(fresh);
  }
  const section = picture.closest("section");
  const heading = section?.querySelector("h2");
  const fresh = page.querySelector("[data-network]")?.closest("section")?.querySelector("h2");
  if (heading && fresh) heading.textContent = fresh.textContent;
};

type Years = {
  readonly picture: HTMLElement;
  readonly tools: HTMLElement;
  readonly years: readonly number[];
  readonly show: (at: number) => void;
  readonly label: string;
};

/** Adds the slider to the tools; the links of the years stay as they are. */
export const followYears = ({ picture, tools, years, show, label }: Years): void => {
  if (years.length < 2) return;
  const now = years.indexOf(Number(picture.dataset["year"]));
  const slider = element("input", { type: "range", min: "0", max: String(years.length - 1), step: "1" });
  slider.value = String(now < 0 ? years.length - 1 : now);
  const told = element("output", {}, String(years[slider.valueAsNumber] ?? ""));
  const line = element("label", { class: "al-net__slider" }, `${label} `, slider, told);
  tools.append(line);
  let timer = 0;
  let asked = 0;
  const fetchWords = async (year: number): Promise<void> => {
    const address = new URL(location.href);
    address.searchParams.set("jahr", String(year));
    asked = year;
    const reply = await fetch(address).catch(() => undefined);
    if (!reply?.ok || asked !== year) return;
    exchange(picture, new DOMParser().parseFromString(await reply.text(), "text/html"));
    history.replaceState(null, "", address);
  };
  slider.addEventListener("input", () => {
    const year = years[slider.valueAsNumber] ?? 0;
    told.textContent = String(year);
    slider.setAttribute("aria-valuetext", String(year));
    show(slider.valueAsNumber);
    clearTimeout(timer);
    timer = window.setTimeout(() => void fetchWords(year), rest);
  });
};
