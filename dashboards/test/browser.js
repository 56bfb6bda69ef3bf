// Starts the Chromium that an npm package brings along: no download, no browser on the machine, root or not.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const unpacked = fileURLToPath(new URL("../target/browser/", import.meta.url));

export async function launchBrowser() {
  await mkdir(unpacked, { recursive: true });
  // The package unpacks into the temporary folder, which on a shared machine may hold another user's copy; and it adds
  // the libraries that it brings only when it believes itself to run where it was made for.
  process.env.TMPDIR = unpacked;
  process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs22.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  const { chromium } = await import("playwright-core");
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    // Not the arguments of the package: they switch off web security, which is under test here.
    args: ["--no-sandbox", "--no-zygote", "--font-render-hinting=none"],
  });
}
