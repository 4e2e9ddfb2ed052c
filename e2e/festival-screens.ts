import type { Page } from "playwright-core";

/** The table of the plan as it stands on the screen: each place with what it says and whom it names. */
export const readBoard = (page: Page) =>
  page.locator("td[data-need]").evaluateAll((cells) =>
    cells.map((cell) => {
      const head = cell.parentElement?.querySelector("th");
      return {
        shift: `${Number.parseInt(head?.querySelector("a")?.textContent ?? "", 10)} ${head?.querySelector(".al-soft")?.textContent}`,
        taken: Number(/(\d+) von \d+/u.exec(cell.textContent ?? "")?.[1]),
        most: Number(/\d+ von (\d+)/u.exec(cell.textContent ?? "")?.[1]),
        names: [...cell.querySelectorAll("a[data-signup]")].map((name) => name.textContent ?? ""),
      };
    }),
  );

/** A printed sheet by shift: who is named on it. */
export const readSheet = (page: Page) =>
  page.locator(".al-sheet__block").evaluateAll((blocks) =>
    blocks.map((block) => {
      const [when = "", where = ""] = (block.querySelector("h2")?.textContent ?? "").split(" · ");
      const names = [...block.querySelectorAll("tbody td:nth-child(2)")].map(
        (cell) => cell.textContent ?? "",
      );
      return [
        `${Number.parseInt(when.replace(/^[^,]*, /u, ""), 10)} ${where}`,
        names.filter(Boolean).sort(),
      ] as const;
    }),
  );

type Line = { readonly name: string; readonly shiftId: string };

/** Somebody's line on the list of the day. */
export const row = (page: Page, { name, shiftId }: Line) =>
  page.locator(`li[data-shift="${shiftId}"]`).filter({ has: page.getByText(name, { exact: true }) });

export const tick = (page: Page, line: Line, button: string) =>
  row(page, line)
    .getByRole("button", { name: new RegExp(`^${button}`, "u") })
    .click();

/** "3 von 5 da" of each shift of the day, as this screen says it. */
export const counts = (page: Page) =>
  page.locator("[data-count]").evaluateAll((all) => all.map((one) => one.textContent ?? ""));
