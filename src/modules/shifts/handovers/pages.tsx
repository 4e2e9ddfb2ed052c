import * as z from "zod";
import { signedIn } from "#core/actor.ts";
import { found } from "#core/errors.ts";
import { type Id, isId } from "#core/id.ts";
import { type Filled, paragraph, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { paths } from "#modules/shifts/paths.ts";
import { findSignup, type SignupRow } from "#modules/shifts/signups/queries.ts";
import { offerHandover, takeHandover, withdrawHandover } from "./commands.ts";
import { say } from "./messages.ts";
import { findGiven, findHandover, listFellows, listSwaps, openHandover, standingOf } from "./queries.ts";
import { AskedPage, GivePage, TakePage } from "./views.tsx";

const idOf = <Kind extends string>() =>
  z.string().refine((text): text is Id<Kind> => isId<Kind>(text), { error: "choose" });

const Give = z
  .object({
    who: z.enum(["anyone", "one", "swap"]),
    person: idOf<"person">().optional(),
    swap: idOf<"signup">().optional(),
    words: paragraph(300).optional(),
  })
  .superRefine(({ who, person, swap }, issues) => {
    if (who === "one" && !person)
      issues.addIssue({ code: "custom", message: "missingPerson", path: ["person"] });
    if (who === "swap" && !swap) issues.addIssue({ code: "custom", message: "missingSwap", path: ["swap"] });
  })
  .transform(({ who, person, swap, words }) => ({
    words,
    toId: who === "one" ? person : undefined,
    returnId: who === "swap" ? swap : undefined,
  }));

type Problem = { readonly form?: Filled; readonly refusal?: string; readonly status?: 200 | 409 | 422 };

/** One's own sign-up; whoever plans finds those of others elsewhere. */
const ownIn = async (page: Page): Promise<SignupRow> => {
  const ctx = page.get("ctx");
  const me = signedIn(ctx.actor).id;
  const row = await findSignup(ctx, idIn(page, "signup"));
  return found(row?.personId === me ? row : undefined);
};

const crumbs = (page: Page) => [{ href: paths.mine, label: say(page.get("ctx"))("back") }];

const showGive = async (page: Page, signup: SignupRow, { form, refusal, status }: Problem = {}) => {
  const ctx = page.get("ctx");
  const me = signedIn(ctx.actor).id;
  return page.render(
    <GivePage
      ctx={ctx}
      formKey={page.get("formKey")}
      signup={signup}
      fellows={await listFellows(ctx, signup.opportunityId, me)}
      swaps={await listSwaps(ctx, signup.opportunityId, me)}
      isOpen={(await openHandover(ctx, signup.id)) !== undefined}
      form={form}
      refusal={refusal}
      notice={page.req.query("hinweis")}
    />,
    { title: say(ctx)("heading"), hidden: true, crumbs: crumbs(page), status: status ?? 200 },
  );
};

/** `/mein/schichten/:signup/uebergabe`: a shift of one's own is given away or swapped. */
export const givingPages = routes()
  .get("/:signup/uebergabe", async (page) => showGive(page, await ownIn(page)))
  .post("/:signup/uebergabe", async (page) => {
    const ctx = page.get("ctx");
    const words = say(ctx);
    const signup = await ownIn(page);
    const body = await sent(page);
    if (body["what"] === "withdraw") {
      const outcome = await withdrawHandover(ctx, signup.id);
      if (outcome.ok) return seeOther(page, paths.handOver(signup.id), "zurueck");
      return showGive(page, signup, { refusal: words(`refused_${outcome.because}`), status: 409 });
    }
    const input = read(ctx, Give, body, {
      missingPerson: words("missingPerson"),
      missingSwap: words("missingSwap"),
    });
    if (!input.ok) return showGive(page, signup, { form: input.form, status: 422 });
    const outcome = await offerHandover(ctx, signup.id, input.value);
    if (outcome.ok) {
      const link = `${page.get("origin")}${paths.handover(outcome.value.token)}`;
      return page.render(<AskedPage ctx={ctx} signup={signup} link={link} />, {
        title: words("linkHeading"),
        hidden: true,
        crumbs: crumbs(page),
      });
    }
    const refusal = words(`refused_${outcome.because}`);
    return showGive(page, signup, { form: input.form, refusal, status: 409 });
  });

const tokenIn = (page: Page): string => page.req.param("token") ?? "";

const showTake = async (page: Page, { refusal, status }: Problem = {}) => {
  const ctx = page.get("ctx");
  const handover = found(await findHandover(ctx, tokenIn(page)));
  const back = handover.returnId ? await findGiven(ctx, handover.returnId) : undefined;
  return page.render(
    <TakePage
      ctx={ctx}
      formKey={page.get("formKey")}
      token={tokenIn(page)}
      handover={handover}
      standing={standingOf(ctx, handover)}
      back={back}
      refusal={refusal}
      notice={page.req.query("hinweis")}
    />,
    { title: say(ctx)("takeHeading"), hidden: true, status: status ?? 200 },
  );
};

/** `/schicht/uebergabe/:token`: somebody could step in. */
export const takingPages = routes()
  .get("/:token", (page) => showTake(page))
  .post("/:token", async (page) => {
    const ctx = page.get("ctx");
    signedIn(ctx.actor);
    const outcome = await takeHandover(ctx, tokenIn(page));
    if (outcome.ok) return seeOther(page, paths.handover(tokenIn(page)), "uebernommen");
    const refusal = say(ctx)(`take_${outcome.because}`, { phone: ctx.place.officePhone });
    return showTake(page, { refusal, status: 409 });
  });
