import { expect, test } from "vitest";
import { filled } from "#test/forms.ts";
import { faults, nasty, probe, script } from "#test/probe.ts";
import { makeThings } from "#test/things.ts";
import { formsOf, type Shown, walk } from "#test/walk.ts";
import { town } from "#test/world.ts";

const long = 240_000;
const some = nasty.filter((_, index) => index % 2 === 0);

const allOf = (form: Shown["form"], value: string) =>
  Object.fromEntries(form.fields.map(({ name }) => [name, value]));
const twice = (form: Shown["form"]) =>
  Object.fromEntries(form.fields.map(({ name, value }) => [name, [value, value]]));

test("no form breaks by what is typed into it", { timeout: long }, () =>
  town(async (world) => {
    const { first } = await makeThings(world);
    const forms = formsOf(await walk(world, first)).filter(({ form }) => form.method === "POST");
    expect(forms.length).toBeGreaterThan(60);
    const wrong: string[] = [];
    for (const { form, as } of forms) {
      const bodies = [
        ...some.map((value) => filled(form, value)),
        ...nasty.slice(-3).map((value) => allOf(form, value)),
        twice(form),
      ];
      for (const body of bodies) wrong.push(...(await probe(world, "POST", form.action, { as, form: body })));
    }
    expect([...new Set(wrong)]).toEqual([]);
  }),
);

test("what was typed into every form is shown as words on every page", { timeout: long }, () =>
  town(async (world) => {
    const { first } = await makeThings(world);
    const forms = formsOf(await walk(world, first)).filter(
      ({ form }) => form.method === "POST" && form.fields.some(({ free }) => free),
    );
    for (const { form, as } of forms)
      await world.request("POST", form.action, { as, form: filled(form, script) });
    const { rows } = await world.sql("select count(*) as n from events");
    expect(Number(rows[0]?.["n"])).toBeGreaterThan(60);
    const wrong = (await walk(world, first)).flatMap(({ path, as, status, headers, html }) =>
      faults(new Response(null, { status: status === 303 ? 200 : status, headers }), html, 0).map(
        (fault) => `${path} as ${as}: ${fault}`,
      ),
    );
    expect(wrong).toEqual([]);
  }),
);

const bomb = `<svg xmlns="http://www.w3.org/2000/svg" width="90000" height="90000"><script>alert(1)</script></svg>`;
const uploads: readonly File[] = [
  new File(["MZ\u0090\u0000 not a picture"], "bild.png", { type: "image/png" }),
  new File([], "leer.png", { type: "image/png" }),
  new File([bomb], "bombe.svg", { type: "image/svg+xml" }),
  new File(["GIF89a"], "halb.gif", { type: "image/gif" }),
  new File([`name;ort\n${script};=1+1\n\u0000`], "../../liste.csv", { type: "text/csv" }),
];

test("no upload breaks a form by not being what it says", { timeout: long }, () =>
  town(async (world) => {
    const { first } = await makeThings(world);
    const forms = formsOf(await walk(world, first, ["coordinator"])).filter(
      ({ form }) => form.files.length > 0,
    );
    expect(forms.length).toBeGreaterThan(2);
    const wrong: string[] = [];
    for (const { form, as } of forms) {
      for (const upload of uploads) {
        const body = new FormData();
        for (const [name, value] of Object.entries(filled(form, "Ein Satz"))) body.set(name, value);
        for (const name of form.files) body.append(name, upload);
        const faults = await probe(world, "POST", form.action, { as, form: body });
        wrong.push(...faults.map((fault) => `${fault} by ${upload.name}`));
      }
    }
    expect(wrong).toEqual([]);
  }),
);
