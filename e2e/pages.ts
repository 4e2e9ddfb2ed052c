import type { Page } from "playwright-core";

type Start = {
  /** Pages whose menus lead on. */
  readonly from: readonly string[];
  /** Pages that no menu names. */
  readonly also: readonly string[];
  /** Lists of which one entry is opened: where the list is, and how its entries' addresses begin. */
  readonly details: readonly (readonly [list: string, address: string])[];
};

const starts = {
  visitor: {
    from: ["/"],
    also: [
      "/angebote?q=vorlesen",
      "/angebote?q=xyzxyz",
      "/helfen",
      "/karte",
      "/suche?q=garten",
      "/anmelden",
      "/api",
    ],
    details: [
      ["/angebote", "/angebote/"],
      ["/organisationen", "/organisationen/"],
      ["/aktuelles", "/aktuelles/"],
      ["/kalender", "/kalender/"],
      ["/wissen", "/wissen/"],
    ],
  },
  volunteer: {
    from: ["/mein"],
    also: [],
    details: [
      ["/mein/vermittlungen", "/mein/vermittlungen/"],
      ["/mein/vermittlungen", "/mein/vermittlungen/nachfragen/"],
    ],
  },
  club: {
    from: ["/mein"],
    also: ["/mein/angebote/neu"],
    details: [
      ["/mein/organisationen", "/mein/organisationen/"],
      ["/mein/angebote", "/mein/angebote/"],
      ["/schichtplan", "/schichtplan/"],
    ],
  },
  office: {
    from: ["/buero"],
    also: ["/buero/organisationen/doppelte", "/buero/angebote/neu", "/buero/menschen/neu"],
    details: [
      ["/buero/anfragen", "/buero/anfragen/"],
      ["/buero/angebote", "/buero/angebote/"],
      ["/buero/organisationen", "/buero/organisationen/"],
      ["/buero/menschen", "/buero/menschen/"],
      ["/buero/menschen", "/buero/akten/"],
      ["/buero/postausgang", "/buero/postausgang/"],
      ["/buero/inhalte", "/buero/inhalte/"],
    ],
  },
} as const satisfies Readonly<Record<string, Start>>;

const addresses = (page: Page, within: string): Promise<string[]> =>
  page
    .locator(`${within} a[href^="/"]`)
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));

// A file to be saved and a change of language are no pages to look at.
const isPage = (path: string): boolean =>
  !/\.(xml|ics|json|csv)|sprache=|\/abmelden|\/dateien|^\/buero\/?\?/u.test(path);

/** The addresses of every page in the menus this reader sees, and of one of each detail page. */
export const lookAround = async (page: Page, who: keyof typeof starts): Promise<string[]> => {
  const start: Start = starts[who];
  const found = new Set<string>([...start.from, ...start.also]);
  for (const path of start.from) {
    await page.goto(path);
    const places = who === "visitor" ? ["header", "main", "footer"] : ["header", "main"];
    for (const place of places) {
      for (const address of await addresses(page, place)) {
        const deep = address.split("/").length > (who === "visitor" ? 2 : 3);
        if (isPage(address) && !(place === "main" && deep) && !address.includes("?")) found.add(address);
      }
    }
  }
  for (const [list, begin] of start.details) {
    await page.goto(list);
    const entry = (await addresses(page, "main")).find(
      (address) =>
        isPage(address) && address.startsWith(begin) && !address.includes("?") && address !== `${begin}neu`,
    );
    if (!entry) throw new Error(`${list} leads to no page below ${begin}`);
    found.add(entry.split("#")[0] ?? entry);
  }
  const mine = who === "visitor" ? "" : start.from[0];
  // A plan is written at one address, from wherever one comes.
  return [...found].filter((path) => path.startsWith(mine ?? "") || path.startsWith("/schichtplan"));
};

// Words that stand on no German page; names of licenses and formats are no crumbs.
const crumbs =
  /\b(undefined|null(?! heißt)|NaN|Invalid Date|object Object|Save|Submit|Search|Next|Previous|Back|Edit|Delete|Cancel|Loading|the|with|your|you)\b/u;

/** What a German page shows that no German reader understands. */
export const strangers = async (page: Page): Promise<string[]> => {
  const text = await page.evaluate(() => {
    const foreign = document.querySelectorAll(
      "main [lang]:not([lang='de']), header [lang], pre, code, script",
    );
    for (const element of foreign) element.setAttribute("data-foreign", "");
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const parts: string[] = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (parent && !parent.closest("[data-foreign]")) parts.push(walker.currentNode.textContent ?? "");
    }
    return parts.join(" ");
  });
  const crumb = crumbs.exec(text);
  const around = crumb
    ? text.slice(Math.max(0, crumb.index - 30), crumb.index + 40).replace(/\s+/gu, " ")
    : "";
  return crumb ? [`${page.url()} says "${around}"`] : [];
};
