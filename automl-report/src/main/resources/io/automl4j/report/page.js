const style = getComputedStyle(document.documentElement);
Chart.defaults.color = style.getPropertyValue("--ink");
Chart.defaults.borderColor = style.getPropertyValue("--line");
for (const place of document.querySelectorAll(".chart")) {
    const config = JSON.parse(place.querySelector("script").textContent);
    config.options.plugins = {
        legend: { labels: { usePointStyle: true, boxHeight: 7 } },
        tooltip: { callbacks: { label: item => {
            const raw = item.raw;
            return `${raw.label}: ${raw.x.toPrecision(4)}, ${raw.y.toPrecision(4)}`;
        } } }
    };
    for (const axis of Object.values(config.options.scales)) {
        if (axis.type === "logarithmic") {
            // the library would name every line of a decade
            axis.ticks = { callback: value => [1, 2, 5].includes(Number(value.toExponential()[0])) ? String(value) : "" };
        }
    }
    new Chart(place.querySelector("canvas"), config);
}
