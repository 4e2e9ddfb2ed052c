import { deviceToken, setDevice } from "#core/device-cookie.ts";
import { found } from "#core/errors.ts";
import { blank, type Filled, withError } from "#core/input.ts";
import { normalizeCode } from "#core/token.ts";
import { asked, type Page, routes, seeOther, sent, slugIn } from "#core/web.ts";
import { checkMarks } from "#methods/ballot-marks.ts";
import {
  findPublicBallot,
  listOptions,
  optionsOf,
  ruleOf,
  takesVotes,
} from "#modules/participation/ballots/queries.ts";
import { type CastRefusal, castBallot } from "#modules/participation/box/commands.ts";
import { paths } from "#modules/participation/paths.ts";
import { say } from "#modules/participation/polling/messages.ts";
import { atBox, deviceFor, marksIn, receiptFor, sheetForm } from "#modules/participation/polling/queries.ts";
import { ballotProps } from "#modules/participation/polling/views.tsx";
import { enroll } from "#modules/participation/roll/commands.ts";
import type { Ballot } from "#modules/participation/schema.ts";
import { countTry } from "#modules/people/attempts/commands.ts";
import { CheckView, DoorView, GoneView, ReceiptView, SheetView } from "./views.tsx";

const ballotAt = async (page: Page): Promise<Ballot> =>
  found(await findPublicBallot(page.get("ctx"), slugIn(page)));

const codeOn = (page: Page, { slug }: Ballot): string | undefined =>
  deviceToken(page, deviceFor(slug)) || undefined;

const limit = { tries: 30, minutes: 60 };
const codeShape = /^[A-Z0-9-]{8,40}$/u;

const door = async (page: Page, ballot: Ballot, form: Filled = blank) => {
  const ctx = page.get("ctx");
  const status = form.errors["code"] ? 422 : 200;
  return page.render(
    <DoorView ctx={ctx} ballot={ballot} form={form} isOpen={takesVotes(ballot, ctx.now)} />,
    { ...ballotProps(ctx, ballot, say(ctx)("codeHeading"), status), hidden: true },
  );
};

const knock = async (page: Page) => {
  const ctx = page.get("ctx");
  const ballot = await ballotAt(page);
  await countTry(ctx, `ballot ${page.get("network")}`, limit);
  const body = await sent(page);
  const code = normalizeCode(typeof body["code"] === "string" ? body["code"] : "");
  const { standing } = await atBox(ctx, ballot, code || "-");
  if (standing !== "entitled") {
    const words = say(ctx);
    const phone = ctx.place.officePhone;
    const sentence =
      standing === "voted"
        ? words("codeUsed", { phone })
        : words(standing === "struck" ? "codeStruck" : "codeUnknown");
    return door(page, ballot, withError({ values: { code }, errors: {} }, "code", sentence));
  }
  setDevice(page, deviceFor(ballot.slug), code);
  return seeOther(page, paths.sheet(ballot.slug));
};

/** Whoever may not vote now is told why, and no sheet is shown. */
const atSheet = async (page: Page) => {
  const ctx = page.get("ctx");
  const ballot = await ballotAt(page);
  const box = await atBox(ctx, ballot, codeOn(page, ballot));
  const isOpen = takesVotes(ballot, ctx.now) && ballot.takesOnline;
  const options = optionsOf(await listOptions(ctx, ballot.id));
  return { ctx, ballot, box, options, rule: ruleOf(ballot), isOpen };
};

type At = Awaited<ReturnType<typeof atSheet>>;

const gone = (page: Page, { ctx, ballot, box, isOpen }: At, status: 200 | 409 = 409) =>
  page.render(<GoneView ctx={ctx} ballot={ballot} box={box} isOpen={isOpen} />, {
    ...ballotProps(ctx, ballot, say(ctx)("sheetHeading"), status),
    hidden: true,
  });

const drawSheet = async (page: Page, at: At, receipt: string, form: Filled = blank, isWrong = false) => {
  const rows = await listOptions(at.ctx, at.ballot.id);
  const title = say(at.ctx)("sheetHeading");
  return page.render(<SheetView {...at} rows={rows} receipt={receipt} form={form} />, {
    ...ballotProps(at.ctx, at.ballot, title, isWrong ? 422 : 200),
    hidden: true,
    script: "polling",
  });
};

type Body = Readonly<Record<string, unknown>>;

const drawCheck = (page: Page, at: At, body: Body, receipt: string, refusal?: CastRefusal) =>
  page.render(
    <CheckView {...at} marks={marksIn(at.rule, at.options, body)} receipt={receipt} refusal={refusal} />,
    {
      ...ballotProps(at.ctx, at.ballot, say(at.ctx)("checkHeading"), refusal ? 409 : 200),
      hidden: true,
    },
  );

/** Who casts: the voter of the code, or the signed-in person, who steps onto the roll by that if the rule lets them. */
const voterOf = async ({ ctx, ballot, box }: At) => {
  if (box.voter) return box.voter.id;
  const enrolled = await enroll(ctx, ballot);
  return enrolled.ok ? enrolled.value : undefined;
};

const cast = async (page: Page, at: At, body: Body, receipt: string) => {
  const { ctx, ballot, rule, options } = at;
  const voter = await voterOf(at);
  if (!voter) return gone(page, at);
  const marks = marksIn(rule, options, body);
  const outcome = await castBallot(ctx, { ballot: ballot.id, voter, marks, receipt });
  if (outcome.ok)
    // No address leads to a receipt, so that none stands in a history, in a log or among the forms that were sent.
    return page.render(<ReceiptView {...at} marks={marks} receipt={receipt} />, {
      ...ballotProps(ctx, ballot, say(ctx)("receiptHeading")),
      hidden: true,
    });
  if (outcome.because === "receiptTaken")
    return drawCheck(page, at, body, receiptFor(undefined), outcome.because);
  return drawCheck(page, at, body, receipt, outcome.because);
};

const handIn = async (page: Page) => {
  const at = await atSheet(page);
  const body = await sent(page);
  const receipt = receiptFor(body["quittung"]);
  const wantsCast = body["schritt"] === "abstimmen" && body["zurueck"] === undefined;
  // A sheet that lies in the box already is acknowledged once more: the answer to the first may have been lost.
  const mayRepeat = wantsCast && at.box.standing === "voted";
  if (!mayRepeat && (at.box.standing !== "entitled" || !at.isOpen)) return gone(page, at);
  const form = sheetForm(at.ctx, at.rule, at.options, body);
  const isWrong = checkMarks(at.rule, at.options, marksIn(at.rule, at.options, body)).length > 0;
  if (isWrong || body["zurueck"] !== undefined) return drawSheet(page, at, receipt, form, isWrong);
  return wantsCast ? cast(page, at, body, receipt) : drawCheck(page, at, body, receipt);
};

/** `/beteiligung/abstimmungen/:slug/…`: the door for codes, the sheet, the look before it counts, the receipt. */
export const pages = routes()
  .get("/:slug/code", async (page) => {
    const ballot = await ballotAt(page);
    const { code } = asked(page);
    if (typeof code !== "string" || !codeShape.test(normalizeCode(code))) return door(page, ballot);
    setDevice(page, deviceFor(ballot.slug), normalizeCode(code));
    return seeOther(page, paths.sheet(ballot.slug));
  })
  .post("/:slug/code", knock)
  .get("/:slug/stimmzettel", async (page) => {
    const at = await atSheet(page);
    if (at.box.standing !== "entitled" || !at.isOpen) return gone(page, at, 200);
    return drawSheet(page, at, receiptFor(undefined));
  })
  .post("/:slug/stimmzettel", handIn);
