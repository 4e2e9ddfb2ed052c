import * as z from "zod";
import { signedIn } from "#core/actor.ts";
import { allow, found } from "#core/errors.ts";
import { type Filled, line, read, withError } from "#core/input.ts";
import { idIn, looked, type Page, routes, seeOther, sent } from "#core/web.ts";
import { paths } from "#modules/people/paths.ts";
import { may } from "#modules/people/policy.ts";
import { findPerson } from "#modules/people/queries.ts";
import type { Person } from "#modules/people/schema.ts";
import { officeCrumbs } from "#modules/people/views.tsx";
import { claimFile, makeCode } from "./commands.ts";
import { say } from "./messages.ts";
import { ClaimView, CodeView, SlipView } from "./views.tsx";

const Code = z.object({ code: line(40) });

const frame = (page: Page, person: Person) => {
  const words = say(page.get("ctx"));
  return {
    title: words("codeTitle"),
    crumbs: officeCrumbs(page.get("ctx"), person),
    area: "office",
  } as const;
};

/** `/buero/menschen/:id/code`: the slip with which somebody takes over their file. */
export const codePages = routes()
  .get("/:id/code", async (page) => {
    const ctx = page.get("ctx");
    const person = found(await findPerson(ctx, idIn(page)));
    allow(may.keep(ctx));
    looked(page, person.id, "Code für die Akte");
    return page.render(
      <CodeView ctx={ctx} formKey={page.get("formKey")} person={person} />,
      frame(page, person),
    );
  })
  // Answered at once instead of by a redirect: the code is known only to this reply.
  .post("/:id/code", async (page) => {
    const ctx = page.get("ctx");
    const person = found(await findPerson(ctx, idIn(page)));
    const slip = await makeCode(ctx, person.id);
    looked(page, person.id, "Code für die Akte");
    const address = page.get("origin").replace(/^https?:\/\//u, "") + paths.claim;
    return page.render(
      <SlipView ctx={ctx} person={person} slip={slip} address={address} />,
      frame(page, person),
    );
  });

const showClaim = (page: Page, form?: Filled) => {
  const ctx = page.get("ctx");
  const claimed = page.req.query("hinweis") === "uebernommen";
  return page.render(<ClaimView ctx={ctx} formKey={page.get("formKey")} form={form} claimed={claimed} />, {
    title: say(ctx)("claimTitle"),
    crumbs: [{ href: paths.mine, label: say(ctx)("mine") }],
    hidden: true,
    status: form ? 422 : 200,
  });
};

/** `/mein/akte`: taking over one's own file. */
export const claimPages = routes()
  .get("/", (page) => {
    signedIn(page.get("ctx").actor);
    return showClaim(page);
  })
  .post("/", async (page) => {
    const ctx = page.get("ctx");
    signedIn(ctx.actor);
    const input = read(ctx, Code, await sent(page));
    if (!input.ok) return showClaim(page, input.form);
    const outcome = await claimFile(ctx, input.value.code, page.get("network"));
    if (!outcome.ok) return showClaim(page, withError(input.form, "code", say(ctx)(outcome.because)));
    return seeOther(page, paths.claim, "uebernommen");
  });
