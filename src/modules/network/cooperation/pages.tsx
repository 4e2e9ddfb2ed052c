import { found } from "#core/errors.ts";
import { idIn, routes } from "#core/web.ts";
import { findCooperation, findRenewal, listMembers } from "#modules/network/cooperations/queries.ts";
import { listEvidence } from "#modules/network/evidence/queries.ts";
import { say as common } from "#modules/network/messages.ts";
import { paths } from "#modules/network/paths.ts";
import { may, speaksFor } from "#modules/network/policy.ts";
import { cooperationKindName } from "#modules/network/vocabulary.ts";
import { listThreads } from "#modules/threads/queries.ts";
import { Threads } from "#modules/threads/views.tsx";
import { say } from "./messages.ts";
import { CooperationView, namesOf } from "./views.tsx";

/** `/netzwerk/zusammenarbeit/:id`: one cooperation, for everybody. */
export const pages = routes().get("/:id", async (page) => {
  const { ctx } = page.var;
  const row = found(await findCooperation(ctx, idIn<"cooperation">(page)));
  const members = await listMembers(ctx, [row.id]);
  const own = speaksFor(ctx);
  const isMine = own !== "everywhere" && members.some((member) => own.includes(member.organizationId));
  const thing = { kind: "cooperation", id: row.id };
  const names = namesOf(
    ctx,
    members.filter(({ state }) => state === "confirmed"),
  );
  return page.render(
    <>
      <CooperationView
        ctx={ctx}
        row={row}
        members={members}
        evidence={await listEvidence(ctx, row.id, isMine)}
        before={row.renewsId ? await findCooperation(ctx, row.renewsId) : undefined}
        after={await findRenewal(ctx, row.id)}
        desk={may.run(ctx) ? "office" : isMine ? "mine" : null}
      />
      <Threads ctx={ctx} thing={thing} threads={await listThreads(ctx, thing)} />
    </>,
    {
      title: row.topic,
      description: say(ctx)("description", { names, kind: cooperationKindName(ctx, row.kind) }),
      crumbs: [{ href: paths.picture, label: common(ctx)("network") }],
      hidden: row.state !== "confirmed" || row.internal,
    },
  );
});
