import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { type Filled, paragraph, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { cancelBallot } from "#modules/participation/ballot-course/commands.ts";
import { ballotProps } from "#modules/participation/ballot-letters/views.tsx";
import { announceBallot } from "#modules/participation/ballots/commands.ts";
import { findBallot, listOptions } from "#modules/participation/ballots/queries.ts";
import { say as common } from "#modules/participation/messages.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { countRoll } from "#modules/participation/roll/queries.ts";
import { say } from "./messages.ts";
import { listAll } from "./queries.ts";
import { OverviewView, RegisterView } from "./views.tsx";

const office = (page: Page) => {
  const ctx = page.get("ctx");
  allow(may.run(ctx));
  return ctx;
};

type Problem = { readonly refusal?: string; readonly form?: Filled };

const overview = async (page: Page, { refusal, form }: Problem = {}) => {
  const ctx = office(page);
  const ballot = found(await findBallot(ctx, idIn<"ballot">(page)));
  return page.render(
    <OverviewView
      ctx={ctx}
      formKey={page.get("formKey")}
      ballot={ballot}
      options={await listOptions(ctx, ballot.id)}
      counts={await countRoll(ctx, ballot.id)}
      notice={page.req.query("hinweis")}
      refusal={refusal}
      form={form}
    />,
    {
      ...ballotProps(ctx, ballot, ballot.title, refusal ? 409 : form ? 422 : 200),
      crumbs: [{ href: paths.officeBallots, label: common(ctx)("ballots") }],
    },
  );
};

const Cancel = z.object({ words: paragraph(2_000) });

const setState = async (page: Page) => {
  const ctx = office(page);
  const id = idIn<"ballot">(page);
  const body = await sent(page);
  if (body["stand"] === "angekuendigt") {
    const outcome = await announceBallot(ctx, id);
    return outcome.ok
      ? seeOther(page, paths.officeBallot(id), "angekuendigt")
      : overview(page, { refusal: say(ctx)(`announce_${outcome.because}`) });
  }
  const input = read(ctx, Cancel, body);
  if (!input.ok) return overview(page, { form: input.form });
  const outcome = await cancelBallot(ctx, id, input.value.words);
  return outcome.ok
    ? seeOther(page, paths.officeBallot(id), "abgesagt")
    : overview(page, { refusal: say(ctx)(`cancel_${outcome.because}`) });
};

/** `/buero/abstimmungen`: every ballot, and each from draft to result. */
export const pages = routes()
  .get("/", async (page) => {
    const ctx = office(page);
    return page.render(<RegisterView ctx={ctx} ballots={await listAll(ctx)} />, {
      title: common(ctx)("ballots"),
      area: "office",
    });
  })
  .get("/:id", (page) => overview(page))
  .post("/:id/stand", setState);
