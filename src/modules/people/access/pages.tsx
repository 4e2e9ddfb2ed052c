import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { type Id, isId } from "#core/id.ts";
import { read } from "#core/input.ts";
import { asked, idIn, looked, type Page, routes, seeOther, sent } from "#core/web.ts";
import { setSuspended } from "#modules/people/accounts/commands.ts";
import { findAccount } from "#modules/people/accounts/queries.ts";
import { endGrant, grantRole } from "#modules/people/grants/commands.ts";
import { listGrantsOf, listPastGrantsOf } from "#modules/people/grants/queries.ts";
import { paths } from "#modules/people/paths.ts";
import { may } from "#modules/people/policy.ts";
import { findPerson } from "#modules/people/queries.ts";
import { resetSecondFactor } from "#modules/people/second-factors/commands.ts";
import { officeCrumbs } from "#modules/people/views.tsx";
import { townRoles } from "#modules/people/vocabulary.ts";
import { say } from "./messages.ts";
import { type AccessNotice, AccessView } from "./views.tsx";

const Role = z.object({ role: z.enum(townRoles) });
const Ending = z.object({ grant: z.string().refine((text): text is Id<"grant"> => isId(text)) });
const Lock = z.object({ locked: z.enum(["yes", "no"]) });

const notices: ReadonlyMap<string, AccessNotice> = new Map([
  ["vergeben", "given"],
  ["beendet", "ended"],
  ["weg", "reset"],
  ["gesperrt", "locked"],
  ["offen", "unlocked"],
]);

type Told = { readonly notice?: AccessNotice; readonly status?: 200 | 409 | 422 };

const show = async (page: Page, { notice, status = 200 }: Told = {}) => {
  const ctx = page.get("ctx");
  const person = found(await findPerson(ctx, idIn(page)));
  allow(may.browse(ctx));
  looked(page, person.id, "Rollen und Zugang");
  const words = say(ctx);
  const grants = await listGrantsOf(ctx, person.id);
  const past = await listPastGrantsOf(ctx, person.id);
  const account = person.accountId ? await findAccount(ctx, person.accountId) : undefined;
  const told = notice ?? notices.get(String(asked(page)["hinweis"] ?? ""));
  return page.render(
    <AccessView
      ctx={ctx}
      formKey={page.get("formKey")}
      person={person}
      grants={grants}
      past={past}
      account={account}
      notice={told}
    />,
    {
      title: words("title"),
      crumbs: officeCrumbs(ctx, person),
      area: "office",
      status,
    },
  );
};

/** `/buero/menschen/:id/rollen`. */
export const accessPages = routes()
  .get("/:id/rollen", (page) => show(page))
  .post("/:id/rollen", async (page) => {
    const ctx = page.get("ctx");
    const personId = idIn<"person">(page);
    const input = read(ctx, Role, await sent(page));
    if (!input.ok) return show(page, { status: 422 });
    const outcome = await grantRole(ctx, { personId, role: input.value.role });
    if (!outcome.ok) return show(page, { notice: outcome.because, status: 409 });
    return seeOther(page, paths.roles(personId), "vergeben");
  })
  .post("/:id/rollen/ende", async (page) => {
    const ctx = page.get("ctx");
    const input = read(ctx, Ending, await sent(page));
    if (!input.ok) return show(page, { status: 422 });
    const outcome = await endGrant(ctx, input.value.grant);
    if (!outcome.ok) return show(page, { notice: outcome.because, status: 409 });
    return seeOther(page, paths.roles(outcome.value), "beendet");
  })
  .post("/:id/rollen/zweiter-faktor", async (page) => {
    const personId = idIn<"person">(page);
    const outcome = await resetSecondFactor(page.get("ctx"), personId);
    if (!outcome.ok) return show(page, { notice: outcome.because, status: 409 });
    return seeOther(page, paths.roles(personId), "weg");
  })
  .post("/:id/rollen/sperre", async (page) => {
    const ctx = page.get("ctx");
    const personId = idIn<"person">(page);
    const input = read(ctx, Lock, await sent(page));
    if (!input.ok) return show(page, { status: 422 });
    const locked = input.value.locked === "yes";
    const outcome = await setSuspended(ctx, personId, locked);
    if (!outcome.ok) return show(page, { notice: outcome.because, status: 409 });
    return seeOther(page, paths.roles(personId), locked ? "gesperrt" : "offen");
  });
