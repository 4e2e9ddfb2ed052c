import type { Context } from "#core/context.ts";
import type { Site } from "#modules/organizations/schema.ts";
import { accessibilities, accessibilityName } from "#modules/organizations/vocabulary.ts";
import { CheckboxGroup, options } from "#ui/choices.tsx";
import { TextArea, TextField } from "#ui/fields.tsx";
import { say } from "./messages.ts";

/** Where the place is, in one line. */
export const addressLine = ({ street, postcode, townName }: Site): string =>
  [street, [postcode, townName].filter(Boolean).join(" ")].filter(Boolean).join(", ");

/** When somebody is there, and how one gets in. */
export const siteNote = (ctx: Context, { openingHours, accessibility }: Site): string =>
  [openingHours, ...accessibility.map((code) => accessibilityName(ctx, code))].filter(Boolean).join(" · ");

/** One place: its address, hours and barriers. */
export const SiteFields = ({ ctx }: { readonly ctx: Context }) => {
  const words = say(ctx);
  return (
    <>
      <TextField name="name" label={words("name")} hint={words("nameHint")} maximum={120} />
      <TextField name="street" label={words("street")} optional autocomplete="street-address" maximum={200} />
      <TextField
        name="postcode"
        label={words("postcode")}
        optional
        width="short"
        autocomplete="postal-code"
        maximum={5}
      />
      <TextField name="townName" label={words("town")} optional maximum={100} />
      <TextArea
        name="openingHours"
        label={words("hours")}
        hint={words("hoursHint")}
        optional
        rows={3}
        maximum={500}
      />
      <CheckboxGroup
        name="accessibility"
        label={words("access")}
        hint={words("accessHint")}
        optional
        options={options(accessibilities, (code) => accessibilityName(ctx, code))}
      />
    </>
  );
};
