import { found } from "#core/errors.ts";
import { routes } from "#core/web.ts";
import { say as common } from "#modules/consortium/messages.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import {
  findTopicByNumber,
  listBelow,
  listTopicMeetings,
  listTopicStates,
  listTopics,
} from "#modules/consortium/topics/queries.ts";
import { listThreads } from "#modules/threads/queries.ts";
import { Threads } from "#modules/threads/views.tsx";
import { say } from "./messages.ts";
import { ListView, TopicView } from "./views.tsx";

/** `/konsortium/leitfragen`: what the consortium deliberates on, for everybody. */
export const publicPages = routes()
  .get("/", async (page) => {
    const { ctx } = page.var;
    return page.render(<ListView ctx={ctx} topics={await listTopics(ctx)} />, {
      title: say(ctx)("heading"),
      crumbs: [{ href: paths.front, label: common(ctx)("consortium") }],
    });
  })
  .get("/:number{[0-9]{1,6}}", async (page) => {
    const { ctx } = page.var;
    const topic = found(await findTopicByNumber(ctx, Number(page.req.param("number"))));
    const thing = { kind: "topic", id: topic.id };
    return page.render(
      <>
        <TopicView
          ctx={ctx}
          topic={topic}
          below={await listBelow(ctx, topic.id)}
          states={await listTopicStates(ctx, topic.id)}
          meetings={await listTopicMeetings(ctx, topic.id)}
          runs={may.run(ctx)}
        />
        <Threads ctx={ctx} thing={thing} threads={await listThreads(ctx, thing)} />
      </>,
      {
        title: topic.title,
        crumbs: [
          { href: paths.front, label: common(ctx)("consortium") },
          { href: paths.topics, label: say(ctx)("heading") },
        ],
      },
    );
  });
