using System.Text.Json;
using AdminOrders.Core.Storage;

namespace AdminOrders.Web.Api.Orders.Document;

/// <summary>
/// Where the order stands in its flow: the document's instances as they came, and the main one moved on by what happened here. The graph of
/// possible steps is VTEX's and not kept up.
/// </summary>
internal sealed class WorkflowPart
{
    private readonly Template workflow;
    private readonly Template step;
    private readonly Mapping<OrderAnswer> main;

    public WorkflowPart(Template root)
    {
        workflow = root.At("workflowData");
        step = workflow.At("instances", "timeLine");
        main = new(workflow.At("instances"), new Dictionary<string, Computed<OrderAnswer>>(StringComparer.Ordinal)
        {
            ["id"] = Told.OrElse<OrderAnswer>(Template.AsItCame, (json, order) => json.WriteStringValue(order.Facts.OrderId)),
            ["name"] = Told.OrElse<OrderAnswer>(Template.AsItCame, (json, order) => json.WriteStringValue(order.Facts.IsMarketplaceOrder ? "Fulfillment" : "Marketplace")),
            ["creationDate"] = Told.OrElse<OrderAnswer>(Template.AsItCame, (json, order) => json.WriteInstant(order.Facts.CreatedAt)),
            ["currentStepName"] = (json, order, _) => json.WriteStringValue(order.Facts.Status),
            ["currentStepDescription"] = (json, order, _) => json.WriteStringValue(OrderTerms.StatusDescription(order.Facts.Status)),
            ["currentLogicalStep"] = (json, order, _) => json.WriteStringValue(order.Facts.Status),
            ["lastChange"] = (json, order, _) => json.WriteInstant(order.Record.Description.LastChangeAt),
            ["isInError"] = (json, order, _) => json.WriteBooleanValue(OrderTerms.IsInError(order.Facts.Status, order.Facts.StatusDueAt, order.Now)),
            ["timeLine"] = WriteTimeLine,
        });
    }

    public void Write(Utf8JsonWriter json, OrderAnswer order, ReadOnlySpan<byte> told)
    {
        if (!Told.IsObject(told) || Moves(order).Any())
        {
            var place = Told.Number(told, "mainFlowIndex") ?? 0;
            json.WriteStartObject();
            json.WritePropertyName("instances");
            WriteInstances(json, order, Told.Member(told, "instances"), place);
            json.WriteNumber("mainFlowIndex", place);
            json.WriteEndObject();
        }
        else
        {
            Told.Copy(json, workflow, told);
        }
    }

    private void WriteInstances(Utf8JsonWriter json, OrderAnswer order, ReadOnlySpan<byte> told, int place)
    {
        json.WriteStartArray();
        if (Told.IsList(told) && told.Length > 2)
        {
            main.WriteElements(json, told, index => index == place ? order : null);
        }
        else
        {
            main.Write(json, order, []);
        }

        json.WriteEndArray();
    }

    private void WriteTimeLine(Utf8JsonWriter json, OrderAnswer order, ReadOnlySpan<byte> told)
    {
        json.WriteStartArray();
        if (Told.IsList(told))
        {
            var reader = new Utf8JsonReader(told);
            reader.Read();
            while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            {
                step.Copy(json, ref reader, told);
            }
        }

        foreach (var move in Moves(order))
        {
            json.WriteStartObject();
            json.WriteString("stepName", move.Status);
            json.WriteString("date", OrderTerms.Instant(move.At));
            json.WriteString("parentStepName", move.Status);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static IEnumerable<RecordedEvent> Moves(OrderAnswer order)
    {
        var before = "";
        foreach (var happened in order.Record.Events.Where(happened => happened.Event.To is not null))
        {
            if (happened.Status != before)
            {
                yield return happened;
            }

            before = happened.Status;
        }
    }
}
