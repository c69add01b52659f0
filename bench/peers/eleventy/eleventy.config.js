import attrs from "markdown-it-attrs"

export default function (config) {
  config.amendLibrary("md", library => library.use(attrs))
  config.addPassthroughCopy("content/assets")
  return { dir: { input: "content", includes: "../layouts", data: "../data", output: "site" } }
}
