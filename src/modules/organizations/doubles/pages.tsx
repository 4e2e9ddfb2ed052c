import { allow, found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { paths } from "#modules/organizations/paths.ts";
import { may } from "#modules/organizations/policy.ts";
import { findOrganization } from "#modules/organizations/queries.ts";
import { type Kept, keepApart, MergeInput, mergeOrganizations } from "./commands.ts";
import { say } from "./messages.ts";
import { countBelongings, listDoubles } from "./queries.ts";
import { ComparePage, DoublesPage } from "./views.tsx";

const sideOf = async (page: Page, id: Id<"organization">) => {
  const ctx = page.get("ctx");
  return { organization: found(await findOrganization(ctx, id)), belongings: await countBelongings(ctx, id) };
};

const both = (page: Page) =>
  [idIn<"organization">(page, "first"), idIn<"organization">(page, "second")] as const;

const crumbs = (page: Page) => [{ href: paths.office, label: say(page.get("ctx"))("organizations") }];

const showCompare = async (page: Page, status: 200 | 409 | 422 = 200) => {
  const ctx = page.get("ctx");
  allow(may.merge(ctx));
  const [first, second] = both(page);
  return page.render(
    <ComparePage
      ctx={ctx}
      first={await sideOf(page, first)}
      second={await sideOf(page, second)}
      formKey={page.get("formKey")}
      refusal={status === 409 ? "same" : undefined}
    />,
    {
      title: say(ctx)("compareHeading"),
      area: "office",
      status,
      crumbs: [...crumbs(page), { href: paths.doubles, label: say(ctx)("title") }],
    },
  );
};

/** /buero/organisationen/doppelte */
export const pages = routes()
  .get("/", async (page) => {
    const ctx = page.get("ctx");
    allow(may.merge(ctx));
    return page.render(
      <DoublesPage ctx={ctx} pairs={await listDoubles(ctx)} apart={page.req.query("hinweis") === "apart"} />,
      {
        title: say(ctx)("title"),
        area: "office",
        crumbs: crumbs(page),
      },
    );
  })
  .get("/:first/:second", (page) => showCompare(page))
  .post("/:first/:second", async (page) => {
    const ctx = page.get("ctx");
    const [first, second] = both(page);
    const input = read(ctx, MergeInput, await sent(page));
    if (!input.ok) return showCompare(page, 422);
    const { survivor, ...sides } = input.value;
    const [from, into] = survivor === "first" ? [second, first] : [first, second];
    const kept: Kept = Object.fromEntries(
      Object.entries(sides).flatMap(([column, side]) =>
        side === undefined ? [] : [[column, side === survivor ? "into" : "from"]],
      ),
    );
    const outcome = await mergeOrganizations(ctx, from, into, kept);
    if (!outcome.ok) return showCompare(page, 409);
    return seeOther(page, paths.record(outcome.value), "merged");
  })
  .post("/:first/:second/verschieden", async (page) => {
    const [first, second] = both(page);
    await keepApart(page.get("ctx"), first, second);
    return seeOther(page, paths.doubles, "apart");
  });
