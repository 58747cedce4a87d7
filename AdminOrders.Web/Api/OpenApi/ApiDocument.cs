using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Errors;
using AdminOrders.Web.Shell;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AdminOrders.Web.Api.OpenApi;

/// <summary>The API in OpenAPI 3.1 at <c>/openapi/v1.json</c>, and to look at under <c>/api-docs</c>. Both say what the code does, and nothing of a store.</summary>
internal static partial class ApiDocument
{
    private const string Name = "v1";
    private const string Title = "AdminOrders API";
    private const string Address = $"/openapi/{Name}.json";
    private const string Pages = "/api-docs";
    private const string KeyScheme = "appKey";
    private const string TokenScheme = "appToken";
    private const string CustomerScheme = "customerLink";
    private const string ChannelScheme = "channelSecret";
    private const string Json = "application/json";
    private const string NotHere = "Not offered";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = operation => operation.ActionDescriptor.EndpointMetadata.OfType<NeededResources>().Any();
        options.AddDocumentTransformer(Introduce);
        options.AddOperationTransformer(Describe);
    });

    public static void UseApiPages(this WebApplication app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments(Pages, StringComparison.OrdinalIgnoreCase),
        pages =>
        {
            pages.UseSecurityHeaders();
            pages.UseSwaggerUI(options =>
            {
                options.RoutePrefix = Pages.TrimStart('/');
                options.DocumentTitle = Title;
                // Relative to its page, which may stand under a prefix.
                options.SwaggerEndpoint(".." + Address, Title);
                // No address of this installation goes to somebody else's validator.
                options.EnableValidator(null);
            });
        });

    public static void MapApiDocument(this IEndpointRouteBuilder endpoints) => endpoints.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();

    private static Task Introduce(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new() { Title = Title, Version = Name, Description = "Orders and their cancellation, by the contract of VTEX's orders API." };
        document.Servers = context.ApplicationServices.GetRequiredService<PathPrefix>().Path is { HasValue: true } prefix ? [new() { Url = prefix.ToUriComponent() }] : [];
        document.Tags = OperationText.All.Values.Select(text => text.Tag).Append(NotHere).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(name => new OpenApiTag { Name = name }).ToHashSet();
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [KeyScheme] = Header("X-VTEX-API-AppKey", "The app key: Settings > App keys."),
            [TokenScheme] = Header("X-VTEX-API-AppToken", "Its token, which was shown once."),
            [ChannelScheme] = Header("X-Channel-Secret", "The secret of a channel's notifications, which was shown once: Channels."),
            [CustomerScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The token of a customer's link to an order: what stands behind /my/ in its address.",
            },
        };
        document.Security = [new() { [new(KeyScheme, document)] = [], [new(TokenScheme, document)] = [] }];
        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var key = $"{context.Description.HttpMethod} /{context.Description.RelativePath}";
        operation.RequestBody = null;
        operation.Responses = [];
        if (!OperationText.All.TryGetValue(key, out var text))
        {
            NotOffered(operation, key, context.Document!);
            return Task.CompletedTask;
        }

        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<NeededResources>().Any(needed => needed.IsForCustomers))
        {
            operation.Security = [new() { [new(CustomerScheme, context.Document)] = [] }];
        }

        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<NeededResources>().Any(needed => needed.Channel is not null))
        {
            operation.Security = [new() { [new(ChannelScheme, context.Document)] = [] }];
        }

        var twin = text.Operations.IndexOf(key);
        operation.OperationId = twin == 0 ? text.Id : $"{text.Id}{twin + 1}";
        operation.Tags = new HashSet<OpenApiTagReference> { new(text.Tag, context.Document) };
        (operation.Summary, operation.Description) = (text.Summary, text.Description);
        operation.Parameters = [.. text.Parameters.Where(parameter => IsOf(key, parameter)).Select(Parameter)];
        operation.RequestBody = text.Request is { } request ? Body(request) : null;
        foreach (var (status, answer) in text.Answers.OrderBy(answer => answer.Key, StringComparer.Ordinal))
        {
            operation.Responses.Add(status, Response(answer));
        }

        foreach (var (status, response) in OperationErrors.Of(text))
        {
            operation.Responses.TryAdd(status, response);
        }

        return Task.CompletedTask;
    }

    // Twins have paths of their own.
    private static bool IsOf(string operation, ParameterText parameter) =>
        parameter.In != "path" || operation.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal);

    private static void NotOffered(OpenApiOperation operation, string key, OpenApiDocument document)
    {
        var path = key[key.IndexOf('/', StringComparison.Ordinal)..];
        operation.OperationId = string.Concat(OfName().Split(key).Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant()));
        operation.Tags = new HashSet<OpenApiTagReference> { new(NotHere, document) };
        operation.Summary = NotHere;
        operation.Description = ApiErrors.NotOffered().Message;
        operation.Parameters = [.. OfPath().Matches(path).Select(name => Parameter(new(name.Groups["name"].Value, "path", "As in VTEX's API.", "1")))];
        foreach (var (status, response) in OperationErrors.OfNotOffered(path))
        {
            operation.Responses!.Add(status, response);
        }
    }

    private static OpenApiParameter Parameter(ParameterText text) => new()
    {
        Name = text.Name,
        In = text.In switch
        {
            "path" => ParameterLocation.Path,
            "query" => ParameterLocation.Query,
            "header" => ParameterLocation.Header,
            _ => throw new InvalidOperationException($"{text.Name} is in {text.In}, which is no place."),
        },
        Required = text.In == "path",
        Description = text.Description,
        Schema = ExampleSchema.Of(text.Example),
        Example = text.Example.DeepClone(),
    };

    private static OpenApiRequestBody Body(RequestText text) => new() { Required = text.Required, Description = text.Description, Content = Content(text.Example) };

    private static OpenApiResponse Response(AnswerText text) => new()
    {
        Description = text.Description,
        Headers = text.Headers?.OrderBy(header => header.Key, StringComparer.Ordinal).ToDictionary(
            header => header.Key,
            IOpenApiHeader (header) => new OpenApiHeader { Description = header.Value, Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
            StringComparer.Ordinal),
        Content = text.Example is { } example ? Content(example) : null,
    };

    private static Dictionary<string, OpenApiMediaType> Content(JsonNode example) => new(StringComparer.Ordinal)
    {
        [Json] = new OpenApiMediaType { Schema = ExampleSchema.Of(example), Example = example.DeepClone() },
    };

    private static OpenApiSecurityScheme Header(string name, string description) =>
        new() { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = name, Description = description };

    [GeneratedRegex("[^A-Za-z0-9]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfName();

    [GeneratedRegex("{(?<name>[^}]+)}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfPath();
}
