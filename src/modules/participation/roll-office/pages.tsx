import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { email, type Filled, line, paragraph, read, withError } from "#core/input.ts";
import { asked, idIn, looked, type Page, routes, seeOther, sent } from "#core/web.ts";
import { ballotProps } from "#modules/participation/ballot-letters/views.tsx";
import { findBallot } from "#modules/participation/ballots/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { addVoters, type NewVoter, strikeVoter } from "#modules/participation/roll/commands.ts";
import { countRoll, findVoter, listVoters, votersAPage } from "#modules/participation/roll/queries.ts";
import { say } from "./messages.ts";
import { votersIn } from "./queries.ts";
import { RollView, StrikeView } from "./views.tsx";

const ballotAt = async (page: Page) => {
  const ctx = page.get("ctx");
  allow(may.run(ctx));
  return { ctx, ballot: found(await findBallot(ctx, idIn<"ballot">(page))) };
};

const noticeIn = (page: Page): string | undefined => {
  const words = say(page.get("ctx"));
  const notice = page.req.query("hinweis") ?? "";
  if (notice === "gestrichen") return words("strikeDone");
  const [, added, known] = /^neu-(\d+)-(\d+)$/u.exec(notice) ?? [];
  if (added === undefined) return undefined;
  const first = words("added", { n: Number(added) });
  return Number(known) > 0 ? `${first} ${words("known", { n: Number(known) })}` : first;
};

type Problem = {
  readonly refusal?: "closed" | "tooMany";
  readonly person?: Filled;
  readonly list?: Filled;
};

const show = async (page: Page, { refusal, person, list }: Problem = {}) => {
  const { ctx, ballot } = await ballotAt(page);
  const { suche, ab } = asked(page);
  const search = typeof suche === "string" ? suche.slice(0, 100) : "";
  const offset = typeof ab === "string" && /^\d{1,5}$/u.test(ab) ? Number(ab) : 0;
  const voters = await listVoters(ctx, ballot.id, { words: search, offset });
  for (const { personId } of voters) if (personId) looked(page, personId, say(ctx)("looked"));
  const wrong = Object.keys({ ...person?.errors, ...list?.errors }).length > 0;
  return page.render(
    <RollView
      ctx={ctx}
      formKey={page.get("formKey")}
      ballot={ballot}
      counts={await countRoll(ctx, ballot.id)}
      voters={voters}
      search={search}
      next={voters.length === votersAPage ? offset + votersAPage : undefined}
      notice={noticeIn(page)}
      refusal={refusal}
      person={person}
      list={list}
    />,
    ballotProps(ctx, ballot, say(ctx)("heading"), refusal ? 409 : wrong ? 422 : 200),
  );
};

const Person = z.object({ name: line(300), email: email.optional(), address: line(500).optional() });
const List = z.object({ list: paragraph(2_000_000) });

const add = async (page: Page, voters: readonly NewVoter[], form: Problem) => {
  const { ctx, ballot } = await ballotAt(page);
  const outcome = await addVoters(ctx, ballot.id, voters);
  if (!outcome.ok) return show(page, { ...form, refusal: outcome.because });
  const { added, known } = outcome.value;
  return seeOther(page, paths.roll(ballot.id), `neu-${added}-${known}`);
};

const addOne = async (page: Page) => {
  const { ctx } = await ballotAt(page);
  const input = read(ctx, Person, await sent(page));
  if (!input.ok) return show(page, { person: input.form });
  const { name, email: mail = "", address = "" } = input.value;
  return add(page, [{ name, email: mail, address }], { person: input.form });
};

const addList = async (page: Page) => {
  const { ctx } = await ballotAt(page);
  const input = read(ctx, List, await sent(page));
  if (!input.ok) return show(page, { list: input.form });
  const given = votersIn(input.value.list);
  if (!given.ok)
    return show(page, { list: withError(input.form, "list", say(ctx)("badLine", { n: given.line })) });
  return add(page, given.voters, { list: input.form });
};

const Strike = z.object({ words: line(500) });

const drawStrike = async (page: Page, problem?: { form?: Filled; because?: "voted" | "closed" }) => {
  const { ctx, ballot } = await ballotAt(page);
  const voter = found(await findVoter(ctx, ballot.id, idIn<"ballotVoter">(page, "voter")));
  if (voter.personId) looked(page, voter.personId, say(ctx)("looked"));
  return page.render(
    <StrikeView
      ctx={ctx}
      formKey={page.get("formKey")}
      ballot={ballot}
      voter={voter}
      form={problem?.form}
      because={problem?.because}
    />,
    ballotProps(ctx, ballot, say(ctx)("strike"), problem?.because ? 409 : problem ? 422 : 200),
  );
};

const strike = async (page: Page) => {
  const { ctx, ballot } = await ballotAt(page);
  const input = read(ctx, Strike, await sent(page));
  if (!input.ok) return drawStrike(page, { form: input.form });
  const voter = idIn<"ballotVoter">(page, "voter");
  const outcome = await strikeVoter(ctx, ballot.id, voter, input.value.words);
  if (!outcome.ok) return drawStrike(page, { form: input.form, because: outcome.because });
  return seeOther(page, paths.roll(ballot.id), "gestrichen");
};

/** `/buero/abstimmungen/:id/verzeichnis`: who may vote, from a form or a list, and who is struck and why. */
export const pages = routes()
  .get("/:id/verzeichnis", (page) => show(page))
  .post("/:id/verzeichnis", addOne)
  .post("/:id/verzeichnis/liste", addList)
  .get("/:id/verzeichnis/:voter", (page) => drawStrike(page))
  .post("/:id/verzeichnis/:voter", strike);
