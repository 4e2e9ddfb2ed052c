import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { type Filled, filledWith, line, read, whole, withError } from "#core/input.ts";
import { asked, idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { ballotProps } from "#modules/participation/ballot-letters/views.tsx";
import { findBallot, listOptions, optionsOf, ruleOf } from "#modules/participation/ballots/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { LineView } from "#modules/participation/pile-sheets/views.tsx";
import { beginSecond, changeTotal, dropPile, typeLine } from "#modules/participation/piles/commands.ts";
import { say } from "#modules/participation/piles/messages.ts";
import {
  differencesIn,
  fieldsFrom,
  findPile,
  type Line,
  listLines,
  mostSheets,
  nextLine,
  type PileRow,
  type ReadProblem,
  readSheet,
} from "#modules/participation/piles/queries.ts";
import { may } from "#modules/participation/policy.ts";
import { PileView } from "./views.tsx";

const pileAt = async (page: Page) => {
  const ctx = page.get("ctx");
  allow(may.run(ctx));
  const ballot = found(await findBallot(ctx, idIn<"ballot">(page)));
  const pile = found(await findPile(ctx, ballot.id, idIn<"ballotPile">(page, "pile")));
  const rows = await listOptions(ctx, ballot.id);
  return { ctx, ballot, pile, rows, options: optionsOf(rows), rule: ruleOf(ballot) };
};

type At = { readonly counting: 1 | 2; readonly line: number };

/** Whose turn it is, and at which sheet: the next one, or one that is named in the address to put it right. */
const turnOf = ({ state }: PileRow, pile: PileRow, lines: readonly Line[], page: Page): At | undefined => {
  if (state === "agreed") return undefined;
  const { zaehlung, zeile } = asked(page);
  const counting = state === "first" ? 1 : state === "second" ? 2 : zaehlung === "2" ? 2 : 1;
  const named = typeof zeile === "string" && /^\d{1,3}$/u.test(zeile) ? Number(zeile) : undefined;
  if (named !== undefined && named >= 1 && named <= pile.sheets) return { counting, line: named };
  const next = nextLine(pile, lines, counting);
  return next === undefined || state === "differs" ? undefined : { counting, line: next };
};

const hint = (page: Page): string | undefined => {
  const [, n] = /^zettel-(\d+)$/u.exec(String(asked(page)["hinweis"] ?? "")) ?? [];
  return n && say(page.get("ctx"))("kept", { n });
};

const showLine = async (page: Page, form: Filled | undefined, at: At) => {
  const { ctx, ballot, pile, options, rule } = await pileAt(page);
  const words = say(ctx);
  const own = (await listLines(ctx, pile.id)).find(
    (one) => one.counting === at.counting && one.line === at.line,
  );
  const filled = form ?? (own ? filledWith(fieldsFrom(rule, options, own)) : undefined);
  return page.render(
    <LineView
      ctx={ctx}
      ballot={ballot}
      formKey={page.get("formKey")}
      pile={pile}
      at={at}
      rule={rule}
      options={options}
      isChange={own !== undefined}
      form={filled}
      notice={form ? undefined : hint(page)}
    />,
    ballotProps(
      ctx,
      ballot,
      words("lineHeading", { n: at.line, all: pile.sheets }),
      Object.keys(form?.errors ?? {}).length > 0 ? 422 : 200,
    ),
  );
};

const show = async (page: Page, problem: { refusal?: string; form?: Filled } = {}) => {
  const { ctx, ballot, pile, options, rule } = await pileAt(page);
  const words = say(ctx);
  const lines = await listLines(ctx, pile.id);
  const at = turnOf(pile, pile, lines, page);
  if (at && !problem.refusal && !problem.form) return showLine(page, undefined, at);
  return page.render(
    <PileView
      ctx={ctx}
      ballot={ballot}
      formKey={page.get("formKey")}
      pile={pile}
      lines={lines}
      differences={pile.state === "differs" ? differencesIn(lines) : []}
      rule={rule}
      options={options}
      refusal={problem.refusal}
      form={problem.form}
      next={at?.line}
    />,
    ballotProps(
      ctx,
      ballot,
      words("pile", { n: pile.number }),
      problem.form ? 422 : problem.refusal ? 409 : 200,
    ),
  );
};

const Second = z.object({ name: line(200) });
const Total = z.object({ zettel: whole(1, mostSheets) });
const Place = z.object({ zaehlung: z.enum(["1", "2"]), zeile: whole(1, mostSheets) });

const problemWords = (page: Page, { why, field }: ReadProblem): string => {
  const words = say(page.get("ctx"));
  return why === "marksMissing" && field !== "kreuze" ? words("emptyMissing") : words(why);
};

const typeIn = async (page: Page) => {
  const { ctx, ballot, pile, options, rule } = await pileAt(page);
  const body = await sent(page);
  const place = read(ctx, Place, body);
  if (!place.ok) return show(page, { refusal: say(ctx)("refused_line") });
  const at: At = { counting: place.value.zaehlung === "2" ? 2 : 1, line: place.value.zeile };
  const sheet = readSheet(rule, options, body);
  if ("why" in sheet)
    return showLine(page, withError(place.form, sheet.field, problemWords(page, sheet)), at);
  const outcome = await typeLine(ctx, ballot.id, pile.id, { ...at, reading: sheet.reading });
  if (outcome.ok) {
    const notice = outcome.value === "agreed" ? undefined : `zettel-${at.line}`;
    return seeOther(page, paths.pile(ballot.id, pile.id), notice);
  }
  if (outcome.because === "agreed" || outcome.because === "line")
    return show(page, { refusal: say(ctx)(`refused_${outcome.because}`) });
  return showLine(page, withError(place.form, "nummer", say(ctx)(outcome.because)), at);
};

const second = async (page: Page) => {
  const { ctx, ballot, pile } = await pileAt(page);
  const input = read(ctx, Second, await sent(page));
  if (!input.ok) return show(page, { form: input.form });
  const outcome = await beginSecond(ctx, ballot.id, pile.id, input.value.name);
  return outcome.ok
    ? seeOther(page, paths.pile(ballot.id, pile.id))
    : show(page, { refusal: say(ctx)(`refused_${outcome.because}`) });
};

/** `/buero/abstimmungen/:id/stapel/:pile`: two count a pile, and look again where they differ. */
export const pages = routes()
  .get("/:id/stapel/:pile", (page) => show(page))
  .post("/:id/stapel/:pile", typeIn)
  .post("/:id/stapel/:pile/zweite", second)
  .post("/:id/stapel/:pile/summe", async (page) => {
    const { ctx, ballot, pile } = await pileAt(page);
    const input = read(ctx, Total, await sent(page));
    if (!input.ok) return show(page, { form: input.form });
    const outcome = await changeTotal(ctx, ballot.id, pile.id, input.value.zettel);
    return outcome.ok
      ? seeOther(page, paths.pile(ballot.id, pile.id))
      : show(page, { refusal: say(ctx)("refused_agreed") });
  })
  .post("/:id/stapel/:pile/aufloesung", async (page) => {
    const { ctx, ballot, pile } = await pileAt(page);
    const outcome = await dropPile(ctx, ballot.id, pile.id);
    return outcome.ok
      ? seeOther(page, paths.piles(ballot.id), "aufgeloest")
      : show(page, { refusal: say(ctx)("refused_agreed") });
  });
