
const ink = getComputedStyle(document.documentElement).getPropertyValue("--ink");
Chart.defaults.color = ink;
for (const place of document.querySelectorAll(".chart")) {
    const config = JSON.parse(place.querySelector("script").textContent);
    config.options.plugins = {
        tooltip: { callbacks: { label: item => {
            const raw = item.raw;
            return raw.label ? `${raw.label}: ${raw.x.toPrecision(4)}, ${raw.y.toPrecision(4)}` : item.formattedValue;
        } } }
    };
    new Chart(place.querySelector("canvas"), config);
}
