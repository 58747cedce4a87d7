using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Verification;

/// <summary>The rows of requests, open and ended, against those that the history writes.</summary>
internal static class RequestCheck
{
    public static IEnumerable<Finding> Of(VerifiedOrder order, OrderFold fold)
    {
        var expected = Expected(fold);
        foreach (var row in order.Requests)
        {
            if (!expected.TryGetValue(row.RequestId, out var should))
            {
                continue;
            }

            foreach (var (column, told, found) in Differences(should, row))
            {
                yield return order.Broken(Invariant.RequestRows, $"CancellationRequests {row.RequestId} {column}", told, found);
            }
        }

        foreach (var missing in expected.Keys.Except(order.Requests.Select(row => row.RequestId), StringComparer.Ordinal))
        {
            yield return order.Broken(Invariant.RequestRows, $"CancellationRequests {missing}", 1, null);
        }
    }

    private static Dictionary<string, CancellationRequestRow> Expected(OrderFold fold)
    {
        var rows = new Dictionary<string, CancellationRequestRow>(StringComparer.Ordinal);
        foreach (var (traced, before, after) in fold.Steps)
        {
            foreach (var opened in Beyond(before, after))
            {
                rows[opened.Id] = RowOf(opened, traced.Actor);
            }

            foreach (var closed in Beyond(after, before))
            {
                var row = rows[closed.Id];
                (row.State, row.ClosedAt) = (RequestWriter.EndOf(closed.Id, traced.Event), traced.Row.At);
                (row.ClosedByName, row.ClosedByHistoryId) = (traced.Row.ActorName, traced.Row.HistoryId);
            }
        }

        return rows;
    }

    private static IEnumerable<OpenRequest> Beyond(OrderFacts known, OrderFacts facts) =>
        facts.Requests.ExceptBy(known.Requests.Select(request => request.Id), request => request.Id, StringComparer.Ordinal);

    private static CancellationRequestRow RowOf(OpenRequest request, Actor actor) => new()
    {
        RequestId = request.Id,
        RequestedBy = request.RequestedBy,
        EnteredBySide = request.EnteredBySide,
        EnteredBy = request.EnteredBy,
        EnteredByName = request.EnteredBy == actor.Id ? actor.Name : "",
        EnteredByIssuer = request.EnteredByIssuer,
        ReasonLabelId = request.Reason.LabelId,
        RequestedAt = Ticks.Of(request.RequestedAt),
        DueAt = Ticks.Of(request.DueAt),
        Receipt = request.Receipt,
    };

    private static IEnumerable<(string Column, object? Expected, object? Found)> Differences(CancellationRequestRow should, CancellationRequestRow row)
    {
        (string Column, object? Expected, object? Found)[] columns =
        [
            ("RequestedBy", should.RequestedBy, row.RequestedBy), ("EnteredBySide", should.EnteredBySide, row.EnteredBySide),
            ("EnteredBy", should.EnteredBy, row.EnteredBy), ("EnteredByName", NameOf(should.EnteredByName), NameOf(row.EnteredByName)),
            ("EnteredByIssuer", IssuerOf(should, row), row.EnteredByIssuer), ("ReasonLabelId", should.ReasonLabelId, row.ReasonLabelId),
            ("RequestedAt", should.RequestedAt, row.RequestedAt), ("DueAt", should.DueAt, row.DueAt), ("State", should.State, row.State),
            ("Receipt", should.Receipt, row.Receipt), ("ClosedAt", should.ClosedAt, row.ClosedAt),
            ("ClosedByName", NameOf(should.ClosedByName), NameOf(row.ClosedByName)), ("ClosedByHistoryId", should.ClosedByHistoryId, row.ClosedByHistoryId),
        ];
        return columns.Where(column => !Equals(column.Expected, column.Found));
    }

    // Who stands behind a caller is in no event; an import has nobody behind it.
    private static string? IssuerOf(CancellationRequestRow should, CancellationRequestRow row) =>
        should.EnteredBy == ImportRules.Importer ? should.EnteredByIssuer : row.EnteredByIssuer;

    private static string? NameOf(string? name) => name is null ? null : EffectCheck.Mark(name);
}
