/** The page at `/`: what the marketplace holds, the last requests, and buttons for the troubles. Polls once a second while it is seen. */
export const PAGE = `<!doctype html>
<html lang="ru">
<meta charset="utf-8">
<title>Учебный маркетплейс</title>
<style>
  body { font: 14px/1.4 system-ui, sans-serif; margin: 1.5rem; max-width: 90rem }
  table { border-collapse: collapse; width: 100% }
  td, th { text-align: left; padding: 2px 10px 2px 0; border-bottom: 1px solid #ddd; vertical-align: top }
  h2 { font-size: 1rem; margin: 1.5rem 0 .3rem }
  button { margin: 0 .4rem .4rem 0 }
  code { font-size: 12px; word-break: break-all }
  .on { background: #fc6 }
</style>
<h1>Учебный маркетплейс</h1>
<div id="faults"></div>
<h2>Лимиты</h2><div id="buckets"></div>
<h2>Поставки</h2><table id="supplies"></table>
<h2>Сборочные задания FBS</h2><table id="orders"></table>
<h2>Сборочные задания DBS</h2><table id="dbs"></table>
<h2>Самовывоз</h2><table id="pickup"></table>
<h2>Последние запросы</h2><table id="requests"></table>
<script>
const text = value => String(value ?? '').replace(/[&<>]/g, letter => '&#' + letter.charCodeAt(0) + ';')
const rows = (id, head, list) => {
  const row = (tag, cells) => '<tr>' + cells.map(cell => '<' + tag + '>' + text(cell) + '</' + tag + '>').join('') + '</tr>'
  document.getElementById(id).innerHTML = row('th', head) + list.map(cells => row('td', cells)).join('')
}
const post = (path, body) => fetch('/practice/' + path, { method: 'POST', body: JSON.stringify(body) }).then(show)
const clock = at => new Date(at).toLocaleTimeString('ru')
const decisions = order => Object.entries(order.decisions).map(pair => pair.join(': ')).join(', ')
const FAULTS = [
  ['Нет связи', 'away', true], ['Не оплачено', 'unpaid', true], ['Задержка, мс', 'latencyMs', 2000],
  ['Записать и не ответить', 'dropReplyAfterCommit', 1], ['Потерять запись', 'dropBeforeCommit', 1], ['Ошибка 5xx', 'refuse5xx', 3]
]
async function show() {
  const state = await fetch('/practice/state').then(reply => reply.json())
  const faults = document.getElementById('faults')
  faults.replaceChildren(...FAULTS.map(([title, name, value]) => {
    const button = document.createElement('button')
    button.textContent = title + (typeof state.faults[name] === 'number' && state.faults[name] ? ': ' + state.faults[name] : '')
    button.className = state.faults[name] ? 'on' : ''
    button.onclick = () => post('faults', { [name]: state.faults[name] ? (value === true ? false : 0) : value })
    return button
  }))
  faults.append(...[['FBS', 'fbs'], ['DBS', 'dbs'], ['самовывоза', 'pickup']].map(([title, scheme]) => {
    const more = document.createElement('button')
    more.textContent = 'Ещё 5 заказов ' + title
    more.onclick = () => post('orders', { count: 5, scheme })
    return more
  }))
  const stranger = document.createElement('button')
  stranger.textContent = 'Чужие страницы' + (state.strangers.length ? ': ' + state.strangers[0].status : '')
  stranger.className = state.strangers.length ? 'on' : ''
  stranger.onclick = () => post('strangers', { strangers: state.strangers.length ? [] : [{ status: 403, page: 'html' }] })
  faults.append(stranger)
  document.getElementById('buckets').textContent =
    state.buckets.map(bucket => bucket.group + ' ' + bucket.remaining + '/' + bucket.burst).join(' · ') || '—'
  rows('supplies', ['Поставка', 'Название', 'Закрыта', 'Заказов', 'Коробов'],
    state.supplies.map(supply => [supply.id, supply.name, supply.closedAt ? clock(supply.closedAt) : '', supply.orderIds.length, supply.boxes.length]))
  rows('orders', ['Задание', 'Артикул', 'Статус', 'WB', 'Поставка', 'Стикер', 'Метаданные'],
    state.orders.map(order => [order.id, order.article, order.supplierStatus, order.wbStatus, order.supplyId,
      order.sticker.partA + ' ' + order.sticker.partB, decisions(order)]))
  rows('dbs', ['Задание', 'Артикул', 'Статус', 'WB', 'Покупатель', 'Код у двери', 'Стикер ПВЗ', 'Метаданные'],
    state.dbsOrders.map(order => [order.id, order.article, order.supplierStatus, order.wbStatus, order.buyer.name, order.code,
      order.sticker ? order.sticker.partA + ' ' + order.sticker.partB : '', decisions(order)]))
  rows('pickup', ['Задание', 'Артикул', 'Статус', 'WB', 'Покупатель', 'Номер заказа', 'Код выдачи', 'Проверен', 'Метаданные'],
    state.pickupOrders.map(order => [order.id, order.article, order.supplierStatus, order.wbStatus, order.buyer.name, order.orderCode,
      order.passcode, order.identifiedAt ? clock(order.identifiedAt) : '', decisions(order)]))
  rows('requests', ['Время', 'Метод', 'Путь', 'Ответ', 'Тело'],
    state.requests.slice(-30).reverse().map(request => [clock(request.at), request.method, request.path,
      request.status || request.outcome, request.body === undefined ? '' : JSON.stringify(request.body).slice(0, 120)]))
}
show()
setInterval(() => document.hidden || show(), 1000)
</script>
</html>
`
