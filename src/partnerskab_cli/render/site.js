"use strict";
(function () {
  var form = document.getElementById("find");
  var data = JSON.parse(document.getElementById("offers").textContent);
  var count = document.getElementById("count");
  var none = document.getElementById("none");
  var fields = ["words", "theme", "place", "group"];

  function folded(text) {
    return text.toLowerCase().replace(/æ/g, "ae").replace(/ø/g, "oe").replace(/å/g, "aa")
      .normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  }

  function asked() {
    var found = {};
    fields.forEach(function (name) { found[name] = form.elements[name].value; });
    return found;
  }

  function said(offer) {
    if (!offer.said) {
      offer.said = folded(Array.from(offer.card.querySelectorAll("h3, p, dd, li"), function (part) { return part.textContent; }).join(" "));
    }
    return offer.said;
  }

  function wanted(offer, what, words) {
    return words.every(function (word) { return said(offer).indexOf(word) >= 0; }) &&
      (!what.theme || offer.themes.indexOf(what.theme) >= 0) &&
      (!what.place || offer.places.indexOf(what.place) >= 0) &&
      (!what.group || offer.groups.indexOf(what.group) >= 0);
  }

  function show() {
    var what = asked();
    var words = folded(what.words).split(/\s+/).filter(Boolean);
    var shown = 0;
    data.forEach(function (offer) {
      var one = wanted(offer, what, words);
      if (offer.card.hidden === one) { offer.card.hidden = !one; }
      shown += one ? 1 : 0;
    });
    count.textContent = (shown === 1 ? count.dataset.one : count.dataset.many).replace("#", String(shown));
    none.hidden = shown > 0;
  }

  function remember() {
    var what = asked();
    var hash = fields.filter(function (name) { return what[name]; })
      .map(function (name) { return name + "=" + encodeURIComponent(what[name]); }).join("&");
    history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
  }

  function recall() {
    location.hash.slice(1).split("&").forEach(function (pair) {
      var parts = pair.split("=");
      if (fields.indexOf(parts[0]) >= 0 && parts.length === 2) {
        try { form.elements[parts[0]].value = decodeURIComponent(parts[1]); } catch (error) { return; }
      }
    });
    show();
  }

  form.addEventListener("input", function () { show(); remember(); });
  form.addEventListener("reset", function () { setTimeout(function () { show(); remember(); }, 0); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  window.addEventListener("hashchange", recall);
  data.forEach(function (offer) { offer.card = document.getElementById(offer.id); });
  form.hidden = false;
  recall();
})();
