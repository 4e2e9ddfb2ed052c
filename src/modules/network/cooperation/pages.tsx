import { found } from "#core/errors.ts";
import { idIn, type Page, routes } from "#core/web.ts";
import { findCooperation, findRenewal, listMembers } from "#modules/network/cooperations/queries.ts";
import { findPaper, listEvidence } from "#modules/network/evidence/queries.ts";
import { say as common } from "#modules/network/messages.ts";
import { paths } from "#modules/network/paths.ts";
import { may, speaksFor } from "#modules/network/policy.ts";
import { cooperationKindName } from "#modules/network/vocabulary.ts";
import { listThreads } from "#modules/threads/queries.ts";
import { Threads } from "#modules/threads/views.tsx";
import { say } from "./messages.ts";
import { CooperationView, namesOf } from "./views.tsx";

const opened = async (page: Page) => {
  const { ctx } = page.var;
  const row = found(await findCooperation(ctx, idIn<"cooperation">(page)));
  const members = await listMembers(ctx, [row.id]);
  const own = speaksFor(ctx);
  const isMine = own !== "everywhere" && members.some((member) => own.includes(member.organizationId));
  return { ctx, row, members, isMine };
};

const show = async (page: Page) => {
  const { ctx, row, members, isMine } = await opened(page);
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
};

const paper = async (page: Page) => {
  const { ctx, row, isMine } = await opened(page);
  const evidence = idIn<"cooperationEvidence">(page, "evidence");
  const { name, mediaType, bytes } = found(await findPaper(ctx, row.id, evidence, isMine));
  return page.body(new Uint8Array(bytes), 200, {
    "content-type": mediaType,
    "content-disposition": `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "private, no-store",
  });
};

/** `/netzwerk/zusammenarbeit/:id`: one cooperation, for everybody. */
export const pages = routes().get("/:id", show).get("/:id/belege/:evidence", paper);
