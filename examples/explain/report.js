'use strict';
const blocks = [...document.querySelectorAll('.block')];
const cells = [...document.querySelectorAll('#strip a')];
const chips = [...document.querySelectorAll('.chip')];
const reason = document.getElementById('reason');
let here = -1;

function filter() {
    const shown = new Set(chips.filter(chip => chip.ariaPressed === 'true').map(chip => chip.dataset.verdict));
    let left = 0;
    blocks.forEach((block, nth) => {
        const on = shown.has(block.dataset.verdict) && (!reason.value || reason.value === block.dataset.reason);
        block.hidden = !on;
        cells[nth].classList.toggle('off', !on);
        left += on;
    });
    document.getElementById('none').hidden = left > 0;
}

function press(chip) {
    chip.ariaPressed = chip.ariaPressed === 'true' ? 'false' : 'true';
    filter();
}

function all() {
    chips.forEach(chip => { chip.ariaPressed = 'true'; });
    reason.value = '';
    filter();
}

function go(nth) {
    if (cells[here]) cells[here].classList.remove('here');
    here = nth;
    cells[nth].classList.add('here');
    blocks[nth].focus({ preventScroll: true });
    blocks[nth].scrollIntoView({ block: 'nearest' });
}

function step(by) {
    for (let nth = here + by; nth >= 0 && nth < blocks.length; nth += by) {
        if (!blocks[nth].hidden) return go(nth);
    }
}

chips.forEach(chip => chip.addEventListener('click', () => press(chip)));
reason.addEventListener('change', filter);
document.getElementById('all').addEventListener('click', all);
cells.forEach((cell, nth) => cell.addEventListener('click', event => {
    event.preventDefault();
    if (blocks[nth].hidden) all();
    go(nth);
}));
blocks.forEach((block, nth) => block.addEventListener('click', () => {
    if (!String(getSelection())) go(nth);
}));
document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('select')) return;
    const chip = chips.find(chip => chip.dataset.key === event.key);
    if (chip) press(chip);
    else if (event.key === '0') all();
    else if (event.key === 'j' || event.key === 'ArrowDown') step(1);
    else if (event.key === 'k' || event.key === 'ArrowUp') step(-1);
    else if (event.key === 'r') reason.focus();
    else if (event.key === 'Enter' && event.target.matches('.block')) {
        const details = event.target.querySelector('details');
        details.open = !details.open;
    } else return;
    event.preventDefault();
});
if (/^#b\d+$/.test(location.hash) && blocks[location.hash.slice(2)]) go(Number(location.hash.slice(2)));
