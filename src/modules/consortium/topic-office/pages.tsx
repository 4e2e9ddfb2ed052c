import { allow, found } from "#core/errors.ts";
import { type Filled, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { say as common } from "#modules/consortium/messages.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import { say as topics } from "#modules/consortium/topic/messages.ts";
import { ListView } from "#modules/consortium/topic/views.tsx";
import {
  addTopic,
  changeTopic,
  moveTopic,
  TopicInput,
  type TopicRefusal,
  TopicStateInput,
} from "#modules/consortium/topics/commands.ts";
import { findTopic, listTopics, type TopicRow } from "#modules/consortium/topics/queries.ts";
import { listThreads } from "#modules/threads/queries.ts";
import { Threads } from "#modules/threads/views.tsx";
import { say } from "./messages.ts";
import { NewView, OfficeView } from "./views.tsx";

const officeCrumbs = (page: Page) => {
  const { ctx } = page.var;
  return [
    { href: paths.register, label: common(ctx)("office") },
    { href: paths.officeTopics, label: topics(ctx)("officeHeading") },
  ];
};

type Problem = { readonly form?: Filled; readonly moving?: Filled; readonly refusal?: TopicRefusal };

const statusOf = ({ form, moving, refusal }: Problem): 200 | 409 | 422 => {
  if (refusal) return 409;
  return form || moving ? 422 : 200;
};

// Nothing hangs below an objective.
const listParents = async (page: Page): Promise<readonly TopicRow[]> =>
  (await listTopics(page.var.ctx)).filter(({ kind }) => kind !== "objective");

const showNew = async (page: Page, problem: Problem = {}) => {
  const { ctx, formKey } = page.var;
  allow(may.run(ctx));
  return page.render(<NewView ctx={ctx} formKey={formKey} parents={await listParents(page)} {...problem} />, {
    title: say(ctx)("add"),
    area: "office",
    status: statusOf(problem),
    crumbs: officeCrumbs(page),
  });
};

const topicIn = async (page: Page): Promise<TopicRow> => {
  allow(may.run(page.var.ctx));
  return found(await findTopic(page.var.ctx, idIn<"topic">(page)));
};

const notices = ["neu", "gespeichert", "stand"] as const;

const showOne = async (page: Page, topic: TopicRow, problem: Problem = {}) => {
  const { ctx, formKey } = page.var;
  const thing = { kind: "topic", id: topic.id };
  const heard = page.req.query("hinweis");
  return page.render(
    <>
      <OfficeView
        ctx={ctx}
        formKey={formKey}
        topic={topic}
        parents={await listParents(page)}
        notice={notices.find((one) => one === heard)}
        {...problem}
      />
      <Threads ctx={ctx} thing={thing} threads={await listThreads(ctx, thing)} />
    </>,
    { title: topic.title, area: "office", status: statusOf(problem), crumbs: officeCrumbs(page) },
  );
};

const add = async (page: Page) => {
  const { ctx } = page.var;
  allow(may.run(ctx));
  const input = read(ctx, TopicInput, await sent(page));
  if (!input.ok) return showNew(page, { form: input.form });
  const outcome = await addTopic(ctx, input.value);
  if (!outcome.ok) return showNew(page, { form: input.form, refusal: outcome.because });
  return seeOther(page, paths.officeTopic(outcome.value.id), "neu");
};

const change = async (page: Page) => {
  const { ctx } = page.var;
  const topic = await topicIn(page);
  const input = read(ctx, TopicInput.omit({ kind: true }), await sent(page));
  if (!input.ok) return showOne(page, topic, { form: input.form });
  const outcome = await changeTopic(ctx, topic.id, input.value);
  if (!outcome.ok) return showOne(page, topic, { form: input.form, refusal: outcome.because });
  return seeOther(page, paths.officeTopic(topic.id), "gespeichert");
};

const move = async (page: Page) => {
  const { ctx } = page.var;
  const topic = await topicIn(page);
  const input = read(ctx, TopicStateInput, await sent(page));
  if (!input.ok) return showOne(page, topic, { moving: input.form });
  const outcome = await moveTopic(ctx, topic.id, input.value.state, input.value.words);
  if (!outcome.ok) return showOne(page, topic, { moving: input.form, refusal: outcome.because });
  return seeOther(page, paths.officeTopic(topic.id), "stand");
};

/** `/buero/konsortium/leitfragen`: the office and the chair keep them. */
export const officePages = routes()
  .get("/", async (page) => {
    const { ctx } = page.var;
    allow(may.run(ctx));
    return page.render(<ListView ctx={ctx} topics={await listTopics(ctx)} office />, {
      title: topics(ctx)("officeHeading"),
      area: "office",
      crumbs: [{ href: paths.register, label: common(ctx)("office") }],
    });
  })
  .get("/neu", (page) => showNew(page))
  .post("/neu", add)
  .get("/:id", async (page) => showOne(page, await topicIn(page)))
  .post("/:id", change)
  .post("/:id/stand", move);
