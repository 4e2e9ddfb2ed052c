import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import type { Filled } from "#core/input.ts";
import { ActionForm, ActionLink } from "./button.tsx";
import { Checkbox, CheckboxGroup, Fieldset, RadioGroup, Select } from "./choices.tsx";
import { DateField, FileField, HiddenField, NumberField, TextArea, TextField, TimeField } from "./fields.tsx";
import { Form } from "./form.tsx";

const ctx = { language: "de", now: new Date("2026-11-23T08:00:00Z") };
const evil = '<script>alert("x")</script>';
const link = { href: "/a", label: "Weiter" };
const draw = (node: VNode): string => renderToString(node);

const sent: Filled = {
  values: { name: evil, mail: "a@", fields: ["kids"], way: "mail", secret: "geheim" },
  errors: { mail: "Die Adresse ist unvollständig.", fields: "Bitte wählen Sie höchstens zwei." },
};

const everyField = (form: Filled) => (
  <Form
    ctx={ctx}
    action="/fragen"
    submit="Frage schicken"
    form={form}
    formKey="key-1"
    files
    next="Dann …"
    cancel={link}
  >
    <TextField name="name" label="Ihr Name" autocomplete="name" />
    <TextField name="mail" type="email" label="E-Mail" hint="Nur für die Antwort." />
    <TextField name="secret" type="password" label="Passwort" optional />
    <TextArea name="text" label="Frage" value="Vorschlag" />
    <NumberField name="count" label="Wie viele?" />
    <DateField name="day" label="Tag" min="2026-01-01" />
    <TimeField name="hour" label="Uhrzeit" />
    <FileField name="file" label="Unterlage" accept=".pdf" kinds="PDF" megabytes={10} />
    <HiddenField name="step" value="2" />
    <Fieldset legend="Mehr">
      <Select
        name="topic"
        label="Thema"
        value="b"
        options={[
          { value: "a", label: "A" },
          { value: "b", label: "B" },
        ]}
      />
      <RadioGroup
        name="way"
        label="Weg"
        options={[
          { value: "mail", label: "Post" },
          { value: "tel", label: "Telefon" },
        ]}
      />
      <CheckboxGroup
        name="fields"
        label="Felder"
        options={[
          { value: "kids", label: "Kinder" },
          { value: "old", label: "Ältere" },
        ]}
      />
      <Checkbox name="agree" label="Einverstanden" checked />
    </Fieldset>
  </Form>
);

describe("forms", () => {
  test("every control has a label, or is hidden", () => {
    const html = draw(everyField(sent));
    const controls = [...html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].map(([tag]) => tag);
    const asked = controls.filter((tag) => !tag.includes('type="hidden"'));
    expect(asked.length).toBeGreaterThan(12);
    for (const tag of asked) {
      const id = /\bid="([^"]+)"/.exec(tag)?.[1];
      expect(html, tag).toContain(`for="${id}"`);
    }
  });

  test("errors are tied to their fields and listed on top as links", () => {
    const html = draw(everyField(sent));
    expect(html).toContain('role="alert" tabindex="-1"');
    expect(html).toContain('<a href="#f-mail">Die Adresse ist unvollständig.</a>');
    expect(html).toMatch(/id="f-mail" aria-describedby="f-mail-hint f-mail-error" aria-invalid="true"/);
    expect(html).toContain('<a href="#f-fields">');
    expect(html).toContain("Bitte prüfen Sie 2 Angaben");
  });

  test("what was typed comes back, escaped; passwords and unticked boxes do not", () => {
    const html = draw(everyField(sent));
    expect(html).toContain('value="&lt;script>alert(&quot;x&quot;)&lt;/script>"');
    expect(html).not.toContain("geheim");
    expect(html).toMatch(/value="kids" checked/);
    expect(html).toMatch(/name="agree" value="on"(?! checked)/);
    expect(html).not.toContain("Vorschlag");
    expect(html).toContain('name="_key" value="key-1"');
    expect(html).toContain('enctype="multipart/form-data"');
  });

  test("before anything was sent, the suggestions stand", () => {
    const html = draw(everyField({ values: {}, errors: {} }));
    expect(html).toContain(">Vorschlag</textarea>");
    expect(html).toMatch(/<option[^>]*value="b"[^>]*selected|<option[^>]*selected[^>]*value="b"/);
    expect(html).toMatch(/name="agree" value="on" checked/);
    expect(html).not.toContain("al-errors");
    expect(html).toContain("(freiwillig)");
  });

  test("a field outside of a form is a mistake that shows at once", () => {
    expect(() => draw(<TextField name="x" label="X" />)).toThrow("outside of a Form");
  });

  test("row actions name their object for those who cannot see the row", () => {
    const html = draw(
      <ActionForm
        action="/x"
        label="Anrufen"
        object="Frau Wirth"
        formKey="k"
        shortKey="E"
        values={{ a: "1" }}
      />,
    );
    expect(html).toContain('Anrufen<span class="al-hidden">: Frau Wirth</span>');
    expect(html).toContain('aria-keyshortcuts="E"');
    expect(draw(<ActionLink href="/y" label="Öffnen" object="Akte" />)).toContain(": Akte");
  });
});
