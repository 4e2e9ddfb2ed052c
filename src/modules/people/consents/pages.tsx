import * as z from "zod";
import { signedIn } from "#core/actor.ts";
import { allow, found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { read } from "#core/input.ts";
import { asked, idIn, looked, type Page, routes, seeOther, sent } from "#core/web.ts";
import { paths } from "#modules/people/paths.ts";
import { may } from "#modules/people/policy.ts";
import { findPerson } from "#modules/people/queries.ts";
import { officeCrumbs } from "#modules/people/views.tsx";
import { givenWays, purposes } from "#modules/people/vocabulary.ts";
import { giveConsent, withdrawConsent } from "./commands.ts";
import { say } from "./messages.ts";
import { listConsents } from "./queries.ts";
import { type ConsentNotice, MyConsentsView, OfficeConsentsView } from "./views.tsx";

const Consent = z.object({ purpose: z.enum(purposes), how: z.enum(givenWays).default("web") });

const notices: ReadonlyMap<string, ConsentNotice> = new Map([
  ["ja", "given"],
  ["widerrufen", "withdrawn"],
]);

type Told = { readonly notice?: ConsentNotice; readonly status?: 200 | 409 | 422 };

const heard = (page: Page): ConsentNotice | undefined => notices.get(String(asked(page)["hinweis"] ?? ""));

const showOwn = async (page: Page, { notice, status = 200 }: Told = {}) => {
  const ctx = page.get("ctx");
  const { id, name } = signedIn(ctx.actor);
  const consents = await listConsents(ctx, id);
  return page.render(
    <MyConsentsView
      ctx={ctx}
      formKey={page.get("formKey")}
      person={{ id, name }}
      consents={consents}
      notice={notice ?? heard(page)}
    />,
    {
      title: say(ctx)("title"),
      crumbs: [{ href: paths.mine, label: say(ctx)("mine") }],
      hidden: true,
      status,
    },
  );
};

const showOffice = async (page: Page, id: Id<"person">, { notice, status = 200 }: Told = {}) => {
  const ctx = page.get("ctx");
  const person = found(await findPerson(ctx, id));
  allow(may.keep(ctx));
  looked(page, person.id, "Einwilligungen");
  const words = say(ctx);
  const consents = await listConsents(ctx, person.id);
  return page.render(
    <OfficeConsentsView
      ctx={ctx}
      formKey={page.get("formKey")}
      person={person}
      consents={consents}
      notice={notice ?? heard(page)}
    />,
    {
      title: words("officeTitle"),
      crumbs: officeCrumbs(ctx, person),
      area: "office",
      status,
    },
  );
};

/** `/mein/einwilligungen`. */
export const ownConsentPages = routes()
  .get("/", (page) => showOwn(page))
  .post("/", async (page) => {
    const ctx = page.get("ctx");
    const me = signedIn(ctx.actor);
    const input = read(ctx, Consent, await sent(page));
    if (!input.ok) return showOwn(page, { status: 422 });
    const outcome = await giveConsent(ctx, { personId: me.id, ...input.value });
    if (!outcome.ok) return showOwn(page, { notice: outcome.because, status: 409 });
    return seeOther(page, paths.myConsents, "ja");
  })
  .post("/widerruf", async (page) => {
    const ctx = page.get("ctx");
    const me = signedIn(ctx.actor);
    const input = read(ctx, Consent, await sent(page));
    if (!input.ok) return showOwn(page, { status: 422 });
    const outcome = await withdrawConsent(ctx, me.id, input.value.purpose);
    if (!outcome.ok) return showOwn(page, { notice: outcome.because, status: 409 });
    return seeOther(page, paths.myConsents, "widerrufen");
  });

/** `/buero/menschen/:id/einwilligungen`. */
export const officeConsentPages = routes()
  .get("/:id/einwilligungen", (page) => showOffice(page, idIn(page)))
  .post("/:id/einwilligungen", async (page) => {
    const ctx = page.get("ctx");
    const id = idIn<"person">(page);
    const input = read(ctx, Consent, await sent(page));
    if (!input.ok) return showOffice(page, id, { status: 422 });
    const outcome = await giveConsent(ctx, { personId: id, ...input.value });
    if (!outcome.ok) return showOffice(page, id, { notice: outcome.because, status: 409 });
    return seeOther(page, paths.personConsents(id), "ja");
  })
  .post("/:id/einwilligungen/widerruf", async (page) => {
    const ctx = page.get("ctx");
    const id = idIn<"person">(page);
    const input = read(ctx, Consent, await sent(page));
    if (!input.ok) return showOffice(page, id, { status: 422 });
    const outcome = await withdrawConsent(ctx, id, input.value.purpose);
    if (!outcome.ok) return showOffice(page, id, { notice: outcome.because, status: 409 });
    return seeOther(page, paths.personConsents(id), "widerrufen");
  });
