import { allow } from "#core/errors.ts";
import { asked, routes } from "#core/web.ts";
import { say } from "./messages.ts";
import { may } from "./policy.ts";
import { listPeople } from "./queries.ts";
import { PeopleView } from "./views.tsx";

const text = (value: unknown): string => (typeof value === "string" ? value : "");

const pageNumber = (value: unknown): number =>
  Math.min(Math.max(Number.parseInt(text(value), 10) || 1, 1), 10_000);

/** `/buero/menschen`: everybody this town knows. */
export const officePages = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  allow(may.browse(ctx));
  const { q, seite } = asked(page);
  const words = text(q).slice(0, 100);
  const number = pageNumber(seite);
  const { items, total } = await listPeople(ctx, { words, page: number });
  return page.render(<PeopleView ctx={ctx} words={words} page={number} items={items} total={total} />, {
    title: say(ctx)("people"),
    crumbs: [{ href: "/buero", label: say(ctx)("office") }],
    area: "office",
  });
});
