import type { Context } from "#core/context.ts";
import { picturePath } from "#core/files.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/participation/paths.ts";
import type { PictureRow, ProposalRow } from "#modules/participation/proposals/queries.ts";
import { mostPictures } from "#modules/participation/proposals/vocabulary.ts";
import type { Process } from "#modules/participation/schema.ts";
import { say as writing } from "#modules/participation/writing/messages.ts";
import { WordsFields } from "#modules/participation/writing/views.tsx";
import { ActionForm } from "#ui/button.tsx";
import { FileField, HiddenField, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";

export const notices = ["gespeichert", "bild", "bildweg"] as const;

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly process: Process;
  readonly proposal: ProposalRow;
  readonly pictures: readonly PictureRow[];
  readonly form: Filled;
  readonly pictureForm?: Filled | undefined;
  /** The proposal has other authors too: who goes only leaves. */
  readonly shared: boolean;
  readonly refusal?: "notOpen" | undefined;
  readonly notice?: (typeof notices)[number] | undefined;
};

const Picture = ({ ctx, formKey, process, proposal, one }: Props & { readonly one: PictureRow }) => (
  <li class="al-stack">
    <img
      src={picturePath(one.fileId)}
      alt={one.alternativeText}
      width={one.width ?? undefined}
      height={one.height ?? undefined}
      loading="lazy"
    />
    <ActionForm
      action={paths.editProposal(process.slug, proposal.number)}
      label={say(ctx)("removePicture")}
      object={one.alternativeText}
      formKey={`${formKey}-${one.id}`}
      values={{ aktion: "bildweg", bild: one.id }}
    />
  </li>
);

const Pictures = (props: Props) => {
  const { ctx, formKey, process, proposal, pictures, pictureForm } = props;
  const words = say(ctx);
  return (
    <Section id="bilder" heading={words("pictures")}>
      <p class="al-soft">{words("picturesLead")}</p>
      {pictures.length > 0 && (
        <ul class="al-columns">
          {pictures.map((one) => (
            <Picture {...props} one={one} />
          ))}
        </ul>
      )}
      {pictures.length < mostPictures && (
        <Form
          ctx={ctx}
          id="bild"
          action={paths.editProposal(process.slug, proposal.number)}
          submit={words("addPicture")}
          formKey={`${formKey}-bild`}
          form={pictureForm}
          label={words("pictures")}
          files
          quiet
        >
          <HiddenField name="aktion" value="bild" />
          <FileField
            name="bild"
            label={words("picture")}
            accept="image/*"
            kinds="JPG, PNG, WebP, HEIC"
            megabytes={10}
          />
          <TextField name="alt" label={words("alt")} hint={words("altHint")} maximum={500} />
        </Form>
      )}
    </Section>
  );
};

/** The authors change what it says, show pictures with it, or take it back. */
export const ImproveView = (props: Props) => {
  const { ctx, formKey, process, proposal, form, shared, refusal, notice } = props;
  const words = say(ctx);
  return (
    <>
      <Title kind={proposal.title} heading={words("editHeading")} lead={words("editLead")} />
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      {notice && <Notice ctx={ctx} kind="success" heading={words(`notice_${notice}`)} />}
      <div data-writing>
        <Form
          ctx={ctx}
          action={paths.editProposal(process.slug, proposal.number)}
          submit={words("save")}
          formKey={formKey}
          form={form}
          cancel={{
            href: paths.proposal(process.slug, proposal.number),
            label: writing(ctx)("cancel"),
          }}
        >
          <WordsFields ctx={ctx} process={process} />
        </Form>
      </div>
      <Pictures {...props} />
      <Section id="ruecknahme" heading={words(shared ? "leave" : "withdrawHeading")}>
        <p>{words(shared ? "leaveText" : "withdrawText")}</p>
        <ActionForm
          action={paths.withdrawProposal(process.slug, proposal.number)}
          label={words(shared ? "leave" : "withdraw")}
          object={proposal.title}
          formKey={`${formKey}-zurueck`}
          kind="secondary"
        />
      </Section>
    </>
  );
};
