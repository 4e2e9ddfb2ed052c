import * as z from "zod";
import { setDevice } from "#core/device-cookie.ts";
import { type Filled, line, read, withError } from "#core/input.ts";
import { type Page, routes, seeOther, sent } from "#core/web.ts";
import { countTry } from "#modules/people/attempts/commands.ts";
import { paths } from "#modules/workshops/paths.ts";
import { letIn } from "./commands.ts";
import { say } from "./messages.ts";
import { deviceOf } from "./paths.ts";
import { hallCodeInWords, readHallCode } from "./queries.ts";
import { Door } from "./views.tsx";

/** A whole hall comes in through one network. */
const tries = { tries: 600, minutes: 10 };

const show = (page: Page, status: 200 | 409 | 422 = 200, form?: Filled) => {
  const { ctx, formKey } = page.var;
  const asked = page.req.query("wort");
  const code = asked === undefined ? undefined : hallCodeInWords(readHallCode(asked).slice(0, 12));
  return page.render(<Door ctx={ctx} formKey={formKey} code={code} form={form} />, {
    title: say(ctx)("heading"),
    status,
    hidden: true,
  });
};

const Typed = z.object({ wort: line(40) });

const enter = async (page: Page) => {
  const { ctx } = page.var;
  const input = read(ctx, Typed, await sent(page));
  if (!input.ok) return show(page, 422, input.form);
  await countTry(ctx, `saal ${page.var.network}`, tries);
  const outcome = await letIn(ctx, input.value.wort);
  if (!outcome.ok)
    return show(page, 409, withError(input.form, "wort", say(ctx)(`refused_${outcome.because}`)));
  const { slug, token } = outcome.value;
  setDevice(page, deviceOf(slug), token);
  return seeOther(page, paths.hall(slug));
};

/** `/saal`: the way in for phones. */
export const pages = routes()
  .get("/", (page) => show(page))
  .post("/", enter);
