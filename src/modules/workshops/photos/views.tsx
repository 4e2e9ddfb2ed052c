import type { Context } from "#core/context.ts";
import { picturePath } from "#core/files.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/workshops/paths.ts";
import type { Workshop } from "#modules/workshops/schema.ts";
import { ActionForm } from "#ui/button.tsx";
import { options, RadioGroup } from "#ui/choices.tsx";
import { FileField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";
import type { PhotoRow } from "./queries.ts";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly workshop: Workshop;
  readonly photos: readonly PhotoRow[];
  readonly form?: Filled | undefined;
  readonly notice?: "neu" | "entfernt" | undefined;
};

const uses = ["evidence", "report"] as const;

const Picture = ({ ctx, formKey, workshop, photo }: Omit<Props, "photos"> & { readonly photo: PhotoRow }) => {
  const words = say(ctx);
  const { id, fileId, alternativeText, caption, use, consentWords, width, height } = photo;
  return (
    <li class="al-stack">
      <img
        src={picturePath(fileId)}
        alt={alternativeText}
        width={width ?? undefined}
        height={height ?? undefined}
        loading="lazy"
      />
      <p>
        <b>{words(`use_${use}`)}</b> {caption}
      </p>
      {consentWords && <p class="al-soft al-small">{words("agreed", { words: consentWords })}</p>}
      <ActionForm
        action={paths.photos(workshop.id)}
        label={words("remove")}
        object={caption || alternativeText}
        formKey={`${formKey}-${id}`}
        values={{ entfernen: id }}
      />
    </li>
  );
};

/** The pictures of a day, for the office. */
export const PhotosView = (props: Props) => {
  const { ctx, formKey, workshop, photos, form, notice } = props;
  const words = say(ctx);
  return (
    <>
      <Title kind={workshop.title} heading={words("heading")} lead={words("lead")} />
      {notice && <Notice ctx={ctx} kind="success" heading={words(`notice_${notice}`)} />}
      {photos.length > 0 ? (
        <ul class="al-columns">
          {photos.map((photo) => (
            <Picture {...props} photo={photo} />
          ))}
        </ul>
      ) : (
        <Empty heading={words("none")} />
      )}
      <Section id="neu" heading={words("add")}>
        <Form
          ctx={ctx}
          action={paths.photos(workshop.id)}
          submit={words("save")}
          next={words("next")}
          formKey={formKey}
          form={form}
          files
        >
          <FileField
            name="bild"
            label={words("file")}
            accept="image/*"
            kinds="JPG, PNG, WebP, HEIC"
            megabytes={10}
          />
          <TextField name="alt" label={words("alt")} hint={words("altHint")} maximum={500} />
          <TextField name="caption" label={words("caption")} maximum={500} optional />
          <RadioGroup
            name="use"
            label={words("use")}
            options={options(uses, (use) => words(`use_${use}`)).map((one) => ({
              ...one,
              hint: words(`use_${one.value}_hint`),
            }))}
            value="evidence"
          />
          <TextArea
            name="consentWords"
            label={words("consent")}
            hint={words("consentHint")}
            rows={2}
            maximum={500}
            optional
          />
        </Form>
      </Section>
    </>
  );
};
