import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { type Filled, read, whole } from "#core/input.ts";
import type { Outcome } from "#core/outcome.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { findBallot } from "#modules/participation/ballots/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import {
  addCards,
  type LetterRefusal,
  mailCodeAgain,
  mailCodes,
  type Printed,
  printAgain,
  printLetterOf,
  printLetters,
} from "./commands.ts";
import { say } from "./messages.ts";
import { findLastPrint, letterWords, standingOf } from "./queries.ts";
import { ballotProps, LetterSheets, LettersView } from "./views.tsx";

const ballotAt = async (page: Page) => {
  const ctx = page.get("ctx");
  allow(may.run(ctx));
  return { ctx, ballot: found(await findBallot(ctx, idIn<"ballot">(page))) };
};

type Problem = {
  readonly refusal?: LetterRefusal;
  readonly form?: { readonly part: "karten" | "einzeln"; readonly filled: Filled };
};

const notices = ["versand", "karten"] as const;

const show = async (page: Page, { refusal, form }: Problem = {}) => {
  const { ctx, ballot } = await ballotAt(page);
  const words = say(ctx);
  const notice = notices.find((one) => one === page.req.query("hinweis"));
  return page.render(
    <LettersView
      ctx={ctx}
      ballot={ballot}
      formKey={page.get("formKey")}
      standing={await standingOf(ctx, ballot.id)}
      last={await findLastPrint(ctx, ballot.id)}
      notice={notice && words(`notice_${notice}`)}
      refusal={refusal}
      form={form}
    />,
    ballotProps(ctx, ballot, words("heading"), form ? 422 : refusal ? 409 : 200),
  );
};

const print = async (page: Page, outcome: Outcome<Printed, LetterRefusal>) => {
  const ctx = page.get("ctx");
  if (!outcome.ok) return show(page, { refusal: outcome.because });
  const { ballot, letters } = outcome.value;
  return page.render(
    <LetterSheets
      ctx={ctx}
      ballot={ballot}
      letters={letters}
      words={letterWords(ctx, ballot, true)}
      origin={page.get("origin")}
    />,
    ballotProps(ctx, ballot, say(ctx)("printHeading")),
  );
};

const Cards = z.object({ anzahl: whole(1, 500) });
const One = z.object({ nummer: whole(1, 1_000_000) });

const again = async (page: Page) => {
  const { ctx, ballot } = await ballotAt(page);
  const body = await sent(page);
  const input = read(ctx, One, body);
  if (!input.ok) return show(page, { form: { part: "einzeln", filled: input.form } });
  if (body["art"] === "brief") {
    return print(page, await printLetterOf(ctx, ballot.id, input.value.nummer));
  }
  const outcome = await mailCodeAgain(ctx, ballot.id, input.value.nummer);
  return outcome.ok
    ? seeOther(page, paths.ballotLetters(ballot.id), "versand")
    : show(page, { refusal: outcome.because });
};

/** `/buero/abstimmungen/:id/briefe`: who may vote gets a code, by mail, by letter or by card. */
export const pages = routes()
  .get("/:id/briefe", (page) => show(page))
  .post("/:id/briefe/versand", async (page) => {
    const { ctx, ballot } = await ballotAt(page);
    const outcome = await mailCodes(ctx, ballot.id);
    return outcome.ok
      ? seeOther(page, paths.ballotLetters(ballot.id), "versand")
      : show(page, { refusal: outcome.because });
  })
  .post("/:id/briefe/druck", async (page) => {
    const { art, offen } = await sent(page);
    const how = art === "karten" ? "card" : "letter";
    return print(
      page,
      await printLetters(page.get("ctx"), idIn<"ballot">(page), { how, open: Number(offen) }),
    );
  })
  .post("/:id/briefe/nachdruck", async (page) => {
    const { druck } = await sent(page);
    return print(page, await printAgain(page.get("ctx"), idIn<"ballot">(page), String(druck)));
  })
  .post("/:id/briefe/karten", async (page) => {
    const { ctx, ballot } = await ballotAt(page);
    const input = read(ctx, Cards, await sent(page));
    if (!input.ok) return show(page, { form: { part: "karten", filled: input.form } });
    const outcome = await addCards(ctx, ballot.id, input.value.anzahl);
    return outcome.ok
      ? seeOther(page, paths.ballotLetters(ballot.id), "karten")
      : show(page, { refusal: outcome.because });
  })
  .post("/:id/briefe/einzeln", again);
