// SPDX-License-Identifier: MIT
// The menu by which what is shown is passed on: a link, files, a picture, the code to embed the page.
import { linkOf } from "./address.ts";
import { announce, byId, element } from "./dom.ts";
import { csvOf, geoJsonOf } from "./exported.ts";
import { onLanguage, t } from "./language.ts";
import type { MapPanel } from "./map.ts";
import { pictureOf } from "./picture.ts";
import type { View } from "./view.ts";

const embeddedHeight = 440;

function save(name: string, content: Blob): void {
  const href = URL.createObjectURL(content);
  const link = element("a", { href, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  window.setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

/** `incidents`, after the page's own file. */
function fileStem(): string {
  const name = decodeURIComponent(location.pathname.split("/").pop() ?? "").replace(/\.html?$/, "");
  return name || "incidents";
}

/** The address of what is shown, as something to embed. */
export function embedCode(link: string, title: string): string {
  const [page, fragment] = link.split("#");
  const address = `${page.replace(/\?.*$/, "")}?embed${fragment ? `#${fragment}` : ""}`;
  const attribute = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return `<iframe src="${attribute(address)}" title="${attribute(title)}" width="100%" height="${embeddedHeight}" style="border:0" loading="lazy"></iframe>`;
}

async function copyLink(view: View): Promise<void> {
  const link = linkOf(view);
  try {
    await navigator.clipboard.writeText(link);
    announce(t("copied"));
    byId("copy-link").textContent = `✓ ${t("copied")}`;
    window.setTimeout(() => (byId("copy-link").textContent = t("copy_link")), 3_000);
  } catch {
    window.prompt(t("copy_by_hand"), link);
  }
}

export function prepareSharing(view: View, map: MapPanel): void {
  const menu = byId<HTMLDetailsElement>("share");
  const code = byId<HTMLTextAreaElement>("embed-code");
  const refresh = () => (code.value = embedCode(linkOf(view), view.model.about.title));
  menu.addEventListener("toggle", refresh);
  view.onChange((change) => {
    if (change !== "hovered" && menu.open) refresh();
  });
  onLanguage(refresh);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
  byId("copy-link").addEventListener("click", () => void copyLink(view));
  byId("download-csv").addEventListener("click", () => save(`${fileStem()}.csv`, new Blob([csvOf(view)], { type: "text/csv" })));
  byId("download-geojson").addEventListener("click", () =>
    save(`${fileStem()}.geojson`, new Blob([geoJsonOf(view)], { type: "application/geo+json" })),
  );
  byId("download-png").addEventListener("click", async () => save(`${fileStem()}.png`, await pictureOf(map, view)));
}
