using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Core.Documents;

/// <summary>What one document gave: an order, or what is wrong with it.</summary>
public sealed record DocumentReading(ImportedOrder? Order, ImmutableArray<DocumentError> Errors);

/// <summary>Reads a document of the Get order operation (or its kin: order group, order document) as an order ready to be stored.</summary>
public sealed class OrderDocumentReader(TimeProvider time, Policy policy)
{
    private const int LongestId = 100;

    /// <summary>Reads one document, UTF-8 JSON. Never throws for what the document holds.</summary>
    public DocumentReading Read(ReadOnlyMemory<byte> json) => Read(new DocumentSlice(1, json));

    internal DocumentReading Read(DocumentSlice slice)
    {
        if (slice.Problem is { } problem)
        {
            return Failed(new DocumentError(slice.Line, "", problem));
        }

        if (!Utf8.IsValid(slice.Json.Span))
        {
            return Failed(new DocumentError(slice.Line, "", DocumentProblem.InvalidUtf8));
        }

        try
        {
            return ReadValid(slice);
        }
        catch (JsonException exception)
        {
            return Failed(new DocumentError(slice.Line + (exception.LineNumber ?? 0), "", DocumentProblem.Malformed));
        }
    }

    /// <summary>
    /// The order as a stored document tells it, without the document; null: this version does not read it. What depends on the policy (deadlines) may differ
    /// from what the import made.
    /// </summary>
    /// <param name="json">As <see cref="StoredDocument.Expand"/> gives it.</param>
    internal static ImportedOrder? ReadStored(ReadOnlyMemory<byte> json, DateTimeOffset importedAt, Policy policy)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var errors = new List<DocumentError>();
            var order = Map(new DocumentField(document.RootElement, 1, errors), importedAt, policy);
            return errors.Count == 0 ? order : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private DocumentReading ReadValid(DocumentSlice slice)
    {
        var safe = new ArrayBufferWriter<byte>(slice.Json.Length);
        if (CardSecrets.CopyWithout(slice.Json.Span, safe) is { } problem)
        {
            return Failed(new DocumentError(slice.Line, "", problem));
        }

        if (Parse(safe.WrittenMemory) is not { } document)
        {
            return Failed(new DocumentError(slice.Line, DuplicateName.First(safe.WrittenSpan) ?? "", DocumentProblem.DuplicateName));
        }

        using (document)
        {
            return ReadParsed(slice, document, safe.WrittenSpan);
        }
    }

    // What was copied is valid JSON; all that can be wrong with it is a name that stands twice.
    private static JsonDocument? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private DocumentReading ReadParsed(DocumentSlice slice, JsonDocument document, ReadOnlySpan<byte> json)
    {
        var errors = new List<DocumentError>();
        var order = Map(new DocumentField(document.RootElement, slice.Line, errors), time.GetUtcNow(), policy);
        if (errors.Count == 0)
        {
            var listing = DocumentListing.Of(document.RootElement) with { SearchText = SearchText.Of(order.Facts.OrderId, order.Description) };
            return new(order with { Listing = listing, Document = StoredDocument.Compress(json), DocumentHash = SHA256.HashData(json) }, []);
        }

        return new(null, [.. errors.Select(error => error with { OrderId = order.Facts.OrderId })]);
    }

    private static ImportedOrder Map(DocumentField root, DateTimeOffset importedAt, Policy policy)
    {
        var seller = DocumentSeller.Read(root);
        var context = ContextOf(root);
        var lines = root["items"].List();
        var invoices = DocumentInvoices.Read(context, lines.Count);
        var items = DocumentItems.Read(lines, invoices);
        var payments = DocumentPayments.Read(context, invoices);
        var told = ToldBy(context, seller) with
        {
            Items = items,
            Invoices = invoices.Facts,
            Payments = payments.Facts,
            Reservations = DocumentReservations.Read(lines, items, context),
        };
        return new ImportedOrder
        {
            Facts = ImportRules.Complete(StateOf(context, told, payments), importedAt, policy),
            Description = DocumentDescription.Read(context, seller, items, payments.Names),
            OutputInvoices = invoices.Output,
            InputInvoices = invoices.Input,
            Payments = payments.Descriptions,
            Document = [],
            DocumentHash = [],
        };
    }

    private static DocumentContext ContextOf(DocumentField root)
    {
        var status = root["status"].Text(LongestId);
        var createdAt = root["creationDate"].RequiredInstant();
        var workflow = DocumentCancellation.WorkflowStatuses(root);
        return new DocumentContext
        {
            Root = root,
            OrderId = OrderIdOf(root["orderId"]),
            Status = status,
            Reached = Stages.Of(status) is Stage.Requested ? ImportRules.StatusBefore(workflow) : status,
            WorkflowStatuses = workflow,
            CreatedAt = createdAt,
            LastChangeAt = root["lastChange"].Instant() ?? createdAt,
            AuthorizedAt = root["authorizedDate"].Instant(),
            IsMarketplaceOrder = root["affiliateId"].Text(50).Length > 0 && root["origin"].Text(50) is "Fulfillment" or "Chain",
        };
    }

    private static OrderFacts ToldBy(DocumentContext context, DocumentSeller seller) => new()
    {
        OrderId = context.OrderId,
        Status = context.Status,
        Value = context.Root["value"].RequiredAmount(),
        Currency = CurrencyOf(context.Root["storePreferencesData"]["currencyCode"]),
        SellerId = seller.Id,
        SalesChannel = context.Root["salesChannel"].Text(50),
        IsMarketplaceOrder = context.IsMarketplaceOrder,
        IsExternalSeller = seller.IsExternal,
        IsFulfilledByChannel = ChannelMark.IsFulfilledByChannel(context.Root),
        CreatedAt = context.CreatedAt,
        IsPaymentRecorded = context.IsPaid,
    };

    private static ImportedState StateOf(DocumentContext context, OrderFacts told, DocumentPayments payments) => new()
    {
        Told = told,
        WorkflowStatuses = context.WorkflowStatuses,
        Requests = DocumentCancellation.Requests(context),
        CancellationData = DocumentCancellation.Data(context),
        LastChangeAt = context.LastChangeAt,
        AuthorizedAt = context.AuthorizedAt,
        PaymentDueAt = payments.DueAt,
    };

    // An id stands in addresses and file names: what an address cannot carry, or nobody can see, leads to no order.
    private static string OrderIdOf(DocumentField field)
    {
        var id = field.RequiredText(LongestId);
        if (id.EnumerateRunes().Any(IsForbidden) || (id.Length > 0 && id.All(letter => letter is '.')))
        {
            field.Note(DocumentProblem.ForbiddenCharacter);
        }

        return id;
    }

    private static bool IsForbidden(Rune letter) =>
        Rune.IsControl(letter) || Rune.IsWhiteSpace(letter) || Rune.GetUnicodeCategory(letter) is UnicodeCategory.Format || letter.Value is '/' or '\\' or '?' or '#' or '%';

    private static string CurrencyOf(DocumentField field)
    {
        var code = field.RequiredText();
        if (code.Length > 0 && (code.Length != 3 || !code.All(char.IsAsciiLetter)))
        {
            field.Note(DocumentProblem.NotCurrency);
        }

        return code.ToUpperInvariant();
    }

    private static DocumentReading Failed(DocumentError error) => new(null, [error]);
}
