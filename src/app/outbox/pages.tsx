import { isStaff } from "#core/actor.ts";
import { allow } from "#core/errors.ts";
import { withOrigin } from "#core/origin.ts";
import { idIn, looked, type Page, routes, seeOther } from "#core/web.ts";
import { sendAgain } from "./commands.ts";
import { say } from "./messages.ts";
import { paths } from "./paths.ts";
import { countMails, findMail, isUnderway, listMails, type State, states } from "./queries.ts";
import { MailPage, OutboxPage } from "./views.tsx";

const stateIn = (page: Page): State | undefined =>
  states.find((state) => state === page.req.query("zustand"));

const numberIn = (page: Page): number => {
  const number = Number(page.req.query("seite") ?? "1");
  return Number.isSafeInteger(number) && number >= 1 && number <= 10_000 ? number : 1;
};

const showMail = async (page: Page, refusal?: "alreadySent" | "underway") => {
  const ctx = page.get("ctx");
  allow(isStaff(ctx.actor));
  const mail = await findMail(ctx, idIn<"mail">(page));
  if (mail.personId) looked(page, mail.personId, say(ctx)("looked"));
  const textBody = withOrigin(mail.textBody, page.get("origin"));
  return page.render(
    <MailPage
      ctx={ctx}
      mail={{ ...mail, textBody }}
      underway={await isUnderway(ctx, mail.id)}
      formKey={page.get("formKey")}
      asked={page.req.query("hinweis") === "unterwegs"}
      refusal={refusal}
    />,
    {
      title: mail.subject,
      area: "office",
      crumbs: [{ href: paths.outbox, label: say(ctx)("outbox") }],
      status: refusal ? 409 : 200,
    },
  );
};

/** The letter may dress itself, and nothing else: no scripts, no pictures, no way out. */
const letterPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

export const pages = routes()
  .get("/", async (page) => {
    const ctx = page.get("ctx");
    allow(isStaff(ctx.actor));
    const [state, number] = [stateIn(page), numberIn(page)];
    const mails = await listMails(ctx, state, number);
    return page.render(
      <OutboxPage ctx={ctx} mails={mails} counts={await countMails(ctx)} state={state} page={number} />,
      { title: say(ctx)("outbox"), area: "office" },
    );
  })
  .get("/:id", (page) => showMail(page))
  .get("/:id/brief", async (page) => {
    const ctx = page.get("ctx");
    allow(isStaff(ctx.actor));
    const { htmlBody } = await findMail(ctx, idIn<"mail">(page));
    return page.html(withOrigin(htmlBody, page.get("origin")), 200, {
      "content-security-policy": letterPolicy,
    });
  })
  .post("/:id/sendungen", async (page) => {
    const id = idIn<"mail">(page);
    const outcome = await sendAgain(page.get("ctx"), id);
    return outcome.ok ? seeOther(page, paths.mail(id), "unterwegs") : showMail(page, outcome.because);
  });
