// Assembles target/site-template (everything of the site but its data) and target/datasets (the queries that the
// publish job runs to write that data).
import { build as bundle } from "esbuild";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "vega-lite";
import { ON_DEMAND } from "./assets/datasets.js";

const root = fileURLToPath(new URL(".", import.meta.url));
const target = join(root, "target");
const site = join(target, "site-template");

/** Written by the publish job from its own settings, not by a query. */
const DATASETS_WITHOUT_QUERY = ["profile"];

async function namesIn(folder, suffix) {
  const files = await readdir(join(root, folder));
  return files.filter((file) => file.endsWith(suffix)).map((file) => basename(file, suffix)).sort();
}

/** A warning of the chart compiler stops the build, but for the one that every chart with one row per group gives. */
function strictLogger(chart) {
  const ignore = () => {};
  const warn = (message) => {
    if (!message.startsWith('Dropping "fit-y"')) {
      throw new Error(`Cannot compile chart ${chart}: ${message}`);
    }
  };
  return { level: ignore, error: warn, warn, info: ignore, debug: ignore };
}

async function compileCharts() {
  const config = JSON.parse(await readFile(join(root, "charts", "config.json"), "utf8"));
  const charts = {};
  for (const name of await namesIn("charts", ".vl.json")) {
    const { usermeta, ...spec } = JSON.parse(await readFile(join(root, "charts", `${name}.vl.json`), "utf8"));
    charts[name] = compile(spec, { config, logger: strictLogger(name) }).spec;
  }
  return `carebench.charts(${JSON.stringify(charts)});\n`;
}

async function writePage() {
  const names = [...(await namesIn("datasets", ".sql")), ...DATASETS_WITHOUT_QUERY].sort();
  const scripts = names.filter((name) => !ON_DEMAND.includes(name)).map((name) => `<script defer src="data/${name}.js"></script>`).join("\n    ");
  const page = await readFile(join(root, "pages", "index.html"), "utf8");
  await writeFile(join(site, "index.html"), page.replace("<!-- data scripts -->", () => scripts));
}

/** The site carries compiled copies of the packages that it needs, so their licences travel with it. */
async function collectLicences({ inputs }) {
  const shipped = new Set(Object.keys(inputs).flatMap((file) => file.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []));
  const texts = await Promise.all([...shipped].sort().map(licenceOf));
  return texts.join("\n");
}

async function licenceOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(root, folder, "package.json"), "utf8"));
  const file = (await readdir(join(root, folder))).find((candidate) => /^licen[cs]e/i.test(candidate));
  if (file === undefined) {
    throw new Error(`Cannot ship ${name} ${version}: its package has no licence text`);
  }
  const text = await readFile(join(root, folder, file), "utf8");
  return `${name} ${version} (${license})\n\n${text.trim()}\n\n${"-".repeat(80)}\n`;
}

await rm(site, { recursive: true, force: true });
await rm(join(target, "datasets"), { recursive: true, force: true });
await mkdir(join(site, "assets"), { recursive: true });
const { metafile } = await bundle({
  absWorkingDir: root,
  entryPoints: [join(root, "assets", "main.js")],
  outfile: join(site, "assets", "carebench.js"),
  bundle: true,
  // Module scripts do not load from disk, hence one classic script.
  format: "iife",
  target: "es2022",
  minify: true,
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
});
await writeFile(join(site, "assets", "charts.js"), await compileCharts());
await cp(join(root, "assets", "carebench.css"), join(site, "assets", "carebench.css"));
await writePage();
await writeFile(join(site, "THIRD-PARTY-LICENSES.txt"), await collectLicences(metafile));
await cp(join(root, "datasets"), join(target, "datasets"), { recursive: true });
