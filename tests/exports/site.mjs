// Opens the site in Chromium and walks it as a reader does; writes what it finds as JSON.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const require = createRequire(`${process.env.NODE_PATH}/`);
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf-8");
const [browserPath, file, asked] = process.argv.slice(2);
const { queries, views, date, axed } = JSON.parse(asked);
const browser = await puppeteer.launch({
  executablePath: browserPath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
const url = pathToFileURL(file).href;
const requests = [];
const errors = [];
const open = async (hash = "", { width = 1280, scheme = "light", script = true } = {}) => {
  const page = await browser.newPage();
  page.on("request", (request) => requests.push(request.url().split("#")[0].replace(/^.*\//, "")));
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.setJavaScriptEnabled(script);
  await page.setViewport({ width, height: 800 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.goto(url + hash);
  return page;
};

const violations = [];
const overflow = [];
const seen = await browser.newPage();
await seen.setBypassCSP(true); // the page lets no other script run, axe's neither
for (const scheme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    await seen.setViewport({ width, height: 800 });
    await seen.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    for (const view of views) {
      await seen.goto((axed ? pathToFileURL(axed).href : url) + view);
      if (!(await seen.evaluate(() => "axe" in window))) await seen.evaluate(axe); // a part is shown without a load
      const found = await seen.evaluate(() =>
        window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
      );
      for (const each of found.violations) violations.push([scheme, width, view, each.id, each.nodes[0].html]);
      overflow.push(await seen.evaluate(() => document.documentElement.scrollWidth - window.innerWidth));
    }
  }
}
await seen.close();

const shown = (page) => page.evaluate(() => document.querySelector("article.on, main > section.on").innerText);
const page = await open();

// A search by keyboard, the first answer followed by Enter.
await page.keyboard.press("/");
await page.keyboard.type(queries[0]);
await page.keyboard.press("Enter");
await page.waitForFunction(() => location.hash && document.querySelector("article.on"));
const journey = { searched: await shown(page), hash: new URL(page.url()).hash };
journey.focused = await page.evaluate(() => document.activeElement.tagName);

// A link of the part, reached with Tab and followed with Enter, and back.
const tabTo = async (selector, back = false) => {
  for (let step = 0; step < 400; step += 1) {
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return step;
    if (back) await page.keyboard.down("Shift");
    await page.keyboard.press("Tab");
    if (back) await page.keyboard.up("Shift");
  }
  return -1;
};
journey.tabs = await tabTo("article.on li a");
await page.keyboard.press("Enter");
await page.waitForFunction((hash) => location.hash !== hash, {}, journey.hash);
journey.followed = await page.evaluate(() => document.querySelector(".on h3, .on h2").firstChild.textContent);
await page.goBack();
journey.back = new URL(page.url()).hash;

// Another date, typed in the list, and the link to it, reached with Tab.
journey.toDate = await tabTo("#_date", true);
await page.keyboard.type(date);
journey.why = await page.evaluate(() => document.querySelector("#_date").selectedOptions[0].textContent);
journey.dated = await shown(page);
journey.datedHash = new URL(page.url()).hash;
journey.toLink = await tabTo(".stamp a");
journey.link = await page.evaluate(() => document.activeElement.getAttribute("href"));
const again = await open(journey.datedHash);
journey.opened = await shown(again);
await again.emulateMediaType("print");
journey.printed = await again.evaluate(() => document.body.innerText);

const answers = await page.evaluate((all) => {
  const input = document.getElementById("_query");
  return all.map((each) => {
    input.value = each;
    input.dispatchEvent(new Event("input"));
    return [...document.querySelectorAll("#_hits a")].map((link) => link.getAttribute("href").slice(1));
  });
}, queries);
const texts = await page.evaluate(() =>
  Object.fromEntries([...document.querySelectorAll("article")].map((each) => [each.id, each.querySelector("h3")?.textContent ?? ""])),
);
const dead = await page.evaluate(
  () => [...document.querySelectorAll('a[href^="#"]')].filter((each) => !document.getElementById(each.hash.slice(1).split("@")[0])).length,
);
const bare = await open("", { script: false });
const without = { text: await bare.evaluate(() => document.body.innerText).catch(() => ""), html: (await bare.content()).length };
await browser.close();
console.log(JSON.stringify({ violations, overflow, journey, answers, texts, dead, without, requests, errors }));
