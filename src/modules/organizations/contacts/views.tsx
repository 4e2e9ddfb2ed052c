import type { Context } from "#core/context.ts";
import type { ContactPoint } from "#modules/organizations/schema.ts";
import { Checkbox } from "#ui/choices.tsx";
import { TextField } from "#ui/fields.tsx";
import { say } from "./messages.ts";

/** How to reach somebody, and who may read it. */
export const contactNote = (ctx: Context, { phone, email, public: isPublic }: ContactPoint): string =>
  [phone, email, say(ctx)(isPublic ? "isPublic" : "notPublic")].filter(Boolean).join(" · ");

/** One person to ask. */
export const ContactFields = ({ ctx }: { readonly ctx: Context }) => {
  const words = say(ctx);
  return (
    <>
      <TextField name="name" label={words("name")} maximum={120} />
      <TextField name="task" label={words("task")} hint={words("taskHint")} optional maximum={120} />
      <TextField name="email" type="email" label={words("email")} optional maximum={254} />
      <TextField name="phone" type="tel" label={words("phone")} optional maximum={40} />
      <Checkbox name="public" label={words("public")} hint={words("publicHint")} />
    </>
  );
};
