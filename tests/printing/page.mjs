// Opens pages in Chromium, light and dark, narrow and wide; writes what axe-core and the keyboard find in each, as JSON.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const require = createRequire(`${process.env.NODE_PATH}/`);
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf-8");
const [browserPath, walks, ...files] = process.argv.slice(2); // the keyboard walks through a page if it says "walk"
const browser = await puppeteer.launch({
  executablePath: browserPath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
// Each page is loaded once and then made narrow, wide, light and dark, as a reader's window is.
const read = async (file) => {
  const asked = [];
  const page = await browser.newPage();
  page.on("request", (request) => asked.push(request.url()));
  await page.setBypassCSP(true); // the page lets no script run, axe's neither
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(axe);

  const violations = [];
  const overflow = [];
  const widths = [];
  for (const scheme of ["dark", "light"]) {
    for (const width of [320, 1280]) {
      await page.setViewport({ width, height: 800 });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      const found = await page.evaluate(() =>
        window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
      );
      for (const each of found.violations) violations.push([scheme, width, each.id, each.nodes[0].html]);
      widths.push(
        await page.evaluate(() => Math.min(...[...document.querySelectorAll("li")].map((item) => item.clientWidth))),
      );
      overflow.push(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth));
    }
  }

  const focused = () =>
    page.evaluate(() => {
      const at = document.activeElement;
      return [at.tagName.toLowerCase(), at.textContent];
    });
  const walked = [];
  const folds = [];
  for (let step = 0; walks === "walk" && step < 2000; step += 1) {
    await page.keyboard.press("Tab");
    const [tag, text] = await focused();
    if (tag === "body") break;
    walked.push([tag, text]);
    if (tag === "summary") {
      const isOpen = () => page.evaluate(() => document.activeElement.parentElement.open);
      const before = await isOpen();
      await page.keyboard.press("Enter");
      const folded = await isOpen();
      await page.keyboard.press("Enter");
      folds.push([before, folded, await isOpen()]);
    }
  }
  const names = await page.evaluate(() =>
    [...document.querySelectorAll("h1, h2, h3, li .name, p.passes")].map((element) => element.textContent),
  );
  const summaries = await page.evaluate(() => document.querySelectorAll("summary").length);
  const dead = await page.evaluate(
    () => [...document.querySelectorAll("a")].filter((link) => document.querySelector(link.getAttribute("href")) === null).length,
  );
  await page.close();
  return { violations, overflow, widths, walked, folds, names, summaries, dead, asked };
};

const found = [];
for (const file of files) found.push(await read(file));
await browser.close();
process.stdout.write(JSON.stringify(found));
