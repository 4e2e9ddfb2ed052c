import { allow, found } from "#core/errors.ts";
import { answerPaper } from "#core/paper.ts";
import { idIn, type Page, routes } from "#core/web.ts";
import type { Report } from "#methods/report.ts";
import { listAgenda } from "#modules/consortium/agenda/queries.ts";
import { findApproved } from "#modules/consortium/extracts/queries.ts";
import { deadlineOf } from "#modules/consortium/invitations/queries.ts";
import { findMeeting, findMeetingByNumber } from "#modules/consortium/meetings/queries.ts";
import { composeMinutes, findMinutes, readMinutes } from "#modules/consortium/minutes/queries.ts";
import { may } from "#modules/consortium/policy.ts";
import { paperFor } from "#modules/reports/printing/queries.ts";
import { say } from "./messages.ts";
import { invitationReport, minutesReport, pressReport } from "./queries.ts";

const answer = async (page: Page, report: Report, name: string, mark = ""): Promise<Response> => {
  const { ctx, origin } = page.var;
  const paper = await paperFor(ctx, report, { origin, mark: mark.slice(0, 16) });
  return answerPaper(page, paper, { name: `${name}.pdf`, busy: say(ctx)("busy") });
};

const numberIn = (page: Page): number => Number(page.req.param("number"));

/** `/konsortium/sitzungen/:number/…`: what everybody may have on paper. */
export const publicPages = routes()
  .get("/:number{[0-9]{1,6}}/protokoll.pdf", async (page) => {
    const { ctx } = page.var;
    const { row, open } = await findApproved(ctx, numberIn(page));
    return answer(page, minutesReport(ctx, open, row, true), `protokoll-${open.head.number}`, row.hash ?? "");
  })
  .get("/:number{[0-9]{1,6}}/presse.pdf", async (page) => {
    const { ctx } = page.var;
    const { open } = await findApproved(ctx, numberIn(page));
    return answer(page, pressReport(ctx, open), `presse-${open.head.number}`);
  })
  .get("/:number{[0-9]{1,6}}/einladung.pdf", async (page) => {
    const { ctx } = page.var;
    const meeting = found(await findMeetingByNumber(ctx, numberIn(page)));
    const [agenda, deadline] = [await listAgenda(ctx, meeting), await deadlineOf(ctx, meeting)];
    return answer(page, invitationReport(ctx, { meeting, agenda, deadline }), `einladung-${meeting.number}`);
  });

/** `/mein/konsortium/sitzungen/:id/protokoll.pdf`: in full, for whoever has a seat, from the day it is sent. */
export const ownPages = routes().get("/:id/protokoll.pdf", async (page) => {
  const { ctx } = page.var;
  allow(may.read(ctx));
  const meeting = found(await findMeeting(ctx, idIn<"meeting">(page)));
  const row = found(await findMinutes(ctx, meeting.id));
  const minutes = found(row.state === "draft" ? undefined : await readMinutes(ctx, row));
  return answer(page, minutesReport(ctx, minutes, row), `protokoll-${meeting.number}-voll`, row.hash ?? "");
});

/** `/buero/konsortium/sitzungen/:id/protokoll.pdf`: as far as it is written. */
export const officePages = routes().get("/:id/protokoll.pdf", async (page) => {
  const { ctx } = page.var;
  allow(may.run(ctx));
  const meeting = found(await findMeeting(ctx, idIn<"meeting">(page)));
  const row = await findMinutes(ctx, meeting.id);
  const minutes = found(row ? await readMinutes(ctx, row) : await composeMinutes(ctx, meeting.id));
  return answer(page, minutesReport(ctx, minutes, row), `protokoll-${meeting.number}-voll`, row?.hash ?? "");
});
